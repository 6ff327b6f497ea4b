import { z } from 'zod';
import { planSchema } from './plan.ts';
import { specSchema } from './spec.ts';

/** `manifest.json` of a release bundle. */
export const manifestSchema = z.strictObject({
	format: z.literal(1),
	id: z.string(),
	/** The specification as measured; file paths are cut down to their last part. */
	spec: specSchema,
	plan: planSchema,
	unit: z.strictObject({ kind: z.enum(['person', 'household']), contribution: z.number().int() }),
	period: z.string(),
	/** Versions of the indicator definitions that coded the attributes; empty for `kind: table`. */
	definitions: z.array(z.strictObject({ id: z.string(), version: z.string() })),
	/** Name of the region tree or classification, such as "cbs:2024"; null without regions. */
	regionVintage: z.string().nullable(),
	ledger: z.strictObject({
		lineage: z.string(),
		entry: z.number().int(),
		/** Hash of the ledger entry, hex. */
		hash: z.string().regex(/^[0-9a-f]{64}$/),
		chargedAt: z.iso.datetime()
	}),
	/** The last bundle of the same release and period that this one replaces; null for the first. */
	revisionOf: z
		.strictObject({
			/** Number of the ledger entry that paid for it. */
			entry: z.number().int(),
			/** sha256 (hex) of its manifest.json. */
			manifest: z.string().regex(/^[0-9a-f]{64}$/)
		})
		.nullable()
		.default(null),
	/** sha256 of every other file in the bundle but signature.json, by its path with forward slashes. */
	files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
	software: z.strictObject({ name: z.string(), version: z.string() })
});

export type Manifest = z.infer<typeof manifestSchema>;
