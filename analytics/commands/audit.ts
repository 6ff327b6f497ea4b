import { join, resolve } from 'node:path';
import { auditSampler, osEntropy, plantedFaults, Rational, type SamplerAudit } from 'diffprivlib-js';
import { planSpecification } from '../pipeline.ts';
import { loadSpecification, type Specification } from '../specification/load.ts';
import type { Register } from './command.ts';
import { columns } from './plan.ts';

const EXAMPLES = ['netherlands', 'eusilc-households', 'eusilc-persons'].map((name) =>
	join(import.meta.dirname, '..', '..', 'examples', `${name}.yaml`)
);

/** Where the contribution is large against the noise, so that a fault shows in a few hundred thousand draws. */
const SHARP = [
	{ sigma2: '1/1', contribution: 1 },
	{ sigma2: '399/7', contribution: 5 },
	{ sigma2: '10000/1', contribution: 40 }
];

interface Case extends SamplerAudit {
	readonly what: string;
	readonly sigma2: string;
	readonly contribution: number;
}

export const registerAudit: Register = (program, context, answer) => {
	program
		.command('audit')
		.description(
			'Tests from outside whether the noise protects what is claimed: draws of the sampler give a lower bound on the privacy\n' +
				'loss, which may not exceed the claim, at three variances where that test is sharp and at every variance that a\n' +
				'plan uses. Wrong samplers are planted, and the test must see them. Chance of a false alarm: 1e-6 a case.\n' +
				'This first version audits the noise only; record-and-replay of whole releases is not there yet.'
		)
		.argument('[spec...]', 'release specifications (default: the examples)')
		.option('--quick', 'fewer draws')
		.action(
			answer(async (files: string[], options: { quick?: boolean }) => {
				const specs = files.length > 0 ? files.map((file) => resolve(context.cwd, file)) : EXAMPLES;
				const draws = options.quick === true ? 400_000 : 4_000_000;
				// All specifications are read before the first draw, so that a bad one is told at once.
				const specifications = await Promise.all(specs.map((file) => loadSpecification(file)));
				const cases = [...sharpCases(draws), ...planCases(specifications, draws)];
				const faults = missedFaults(draws);
				const passed = cases.every((one) => one.passed) && faults.missed.length === 0;
				return {
					json: { passed, kind: 'black-box lower bound on the sampler', draws, cases, plantedFaults: faults },
					text: inWords(cases, faults, passed),
					exitCode: passed ? 0 : 1
				};
			})
		);
};

function sharpCases(draws: number): Case[] {
	return SHARP.map(({ sigma2, contribution }) => audited('sampler', sigma2, contribution, draws));
}

function planCases(specifications: readonly Specification[], draws: number): Case[] {
	const cases: Case[] = [];
	for (const specification of specifications) {
		const { spec } = specification;
		const { tables } = planSpecification(specification);
		for (const sigma2 of new Set(tables.map((table) => table.sigma2)))
			cases.push(audited(spec.id, sigma2, spec.unit.contribution, draws));
	}
	return cases;
}

function audited(what: string, sigma2: string, contribution: number, draws: number): Case {
	const result = auditSampler({ sigma2: Rational.parse(sigma2), contribution, draws, entropy: osEntropy() });
	return { what, sigma2, contribution, ...result };
}

/** Faults that the audit does not see: each one is a fault of the audit. */
function missedFaults(draws: number): { planted: number; missed: string[] } {
	const tried = SHARP.flatMap(({ sigma2, contribution }) =>
		plantedFaults(Rational.parse(sigma2)).map(({ name, sample }) => ({
			name: `${name} (sigma2 ${sigma2})`,
			seen: !auditSampler({ sigma2: Rational.parse(sigma2), contribution, draws, entropy: osEntropy(), sample }).passed
		}))
	);
	return { planted: tried.length, missed: tried.filter(({ seen }) => !seen).map(({ name }) => name) };
}

function inWords(
	cases: readonly Case[],
	{ planted, missed }: ReturnType<typeof missedFaults>,
	passed: boolean
): string {
	const rows = cases.map((one) => [
		one.what,
		Rational.parse(one.sigma2).toNumberUp().toPrecision(5),
		one.claimedEpsilon.toFixed(4),
		one.lowerBound.toFixed(4),
		one.passed ? 'ok' : 'FAILED'
	]);
	return [
		...columns([['noise of', 'sigma2', 'claimed epsilon', 'proven at least', ''], ...rows]),
		'',
		`Planted faults: ${planted - missed.length} of ${planted} seen${missed.length === 0 ? '' : `; missed: ${missed.join(', ')}`}.`,
		passed ? 'No noise loses more privacy than is claimed.' : 'The audit FAILED.'
	].join('\n');
}
