import { z } from 'zod';

/** What an audit of the privacy claim found: `audit --json` prints it and the dashboard shows it. No record is in it. */
export const auditReportSchema = z.strictObject({
	format: z.literal(1),
	passed: z.boolean(),
	form: z.enum(['quick', 'deep']),
	madeAt: z.iso.datetime(),
	software: z.strictObject({ name: z.string(), version: z.string() }),
	/** Makes the invented data of the pairs again, with --seed. */
	seed: z.number().int().optional(),
	/** Draws of the sampler: a lower bound on epsilon, wrong with probability at most alpha, against what is claimed. */
	sampler: z.array(
		z.strictObject({
			what: z.string(),
			sigma2: z.string(),
			contribution: z.number().int(),
			claimedEpsilon: z.number(),
			lowerBound: z.number(),
			delta: z.number(),
			draws: z.number().int(),
			alpha: z.number(),
			/** Chance that a sound sampler fits its law as badly, or worse; absent where the law is too wide to be listed. */
			pValue: z.number().optional(),
			passed: z.boolean()
		})
	),
	/** Every path of a sampler's decisions with its exact probability: what the samplers can return, without chance. */
	enumeration: z.array(z.strictObject({ mechanism: z.string(), paths: z.number().int(), passed: z.boolean() })),
	/** Whole releases with and without one unit, on the same noise. */
	replay: z.array(
		z.strictObject({
			plan: z.string(),
			pairs: z.number().int(),
			/** Pairs that were made to cost as much as a unit can. */
			worstCases: z.number().int(),
			/** Largest privacy cost of a pair, as a part of the charged rho: 1 when the price is exact. */
			largestCost: z.number(),
			/** Names of the rules that were broken; none when passed. */
			violations: z.array(z.string()),
			passed: z.boolean()
		})
	),
	/** Deliberate faults: an audit that works sees each of them. */
	faults: z.array(z.strictObject({ name: z.string(), kind: z.enum(['sampler', 'release']), seen: z.boolean() }))
});

export type AuditReport = z.infer<typeof auditReportSchema>;
