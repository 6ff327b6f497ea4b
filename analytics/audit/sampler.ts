import { auditFit, auditSampler, osEntropy, plantedFaults, Rational } from 'diffprivlib-js';
import type { AuditReport } from '../contract/audit.ts';
import { reachOf, tableAmount } from '../contract/domain.ts';
import type { Specification } from '../specification/load.ts';
import { planOf } from './path.ts';

/** One claim about noise: a count that one unit changes by at most `contribution`. */
export interface SamplerCase {
	readonly what: string;
	readonly sigma2: string;
	readonly contribution: number;
}

/** Where the contribution is large against the noise, so that a fault shows in a few hundred thousand draws. */
const SHARP: readonly SamplerCase[] = [
	{ what: 'sampler', sigma2: '1/1', contribution: 1 },
	{ what: 'sampler', sigma2: '399/7', contribution: 5 },
	{ what: 'sampler', sigma2: '10000/1', contribution: 40 }
];

/** Beyond, draws say little, and the exact law takes long to add up. The noise of sums is the same sampler's, only wider. */
const WIDEST = Rational.of(1_000_000);

/** The sharp cases, and every other variance of these plans that draws can say something about. */
export function samplerCases(specifications: readonly Specification[]): SamplerCase[] {
	const cases = new Map(SHARP.map((one) => [`${one.sigma2} ${one.contribution}`, one]));
	for (const specification of specifications) {
		const { spec, domain } = specification;
		for (const [i, { sigma2 }] of planOf(specification).tables.entries()) {
			const amount = tableAmount(domain, domain.tables[i]!);
			const contribution = spec.unit.contribution * (amount === null ? 1 : reachOf(amount));
			const key = `${sigma2} ${contribution}`;
			if (cases.has(key) || Rational.parse(sigma2).compare(WIDEST) > 0) continue;
			cases.set(key, { what: spec.id, sigma2, contribution });
		}
	}
	return [...cases.values()];
}

/** Draws of the production sampler: what they prove about epsilon, and whether they follow their law. */
export function auditCase({ what, sigma2, contribution }: SamplerCase, draws: number): AuditReport['sampler'][number] {
	const common = { sigma2: Rational.parse(sigma2), draws, entropy: osEntropy() };
	const bound = auditSampler({ ...common, contribution });
	const { pValue, passed } = auditFit(common);
	return { what, sigma2, contribution, ...bound, pValue, passed: bound.passed && passed };
}

/** Every planted fault, which must be seen at each of the sharp variances. */
export function seeSamplerFaults(draws: number): AuditReport['faults'] {
	const seen = new Map<string, boolean>();
	for (const { sigma2: text, contribution } of SHARP) {
		const sigma2 = Rational.parse(text);
		for (const { name, sample } of plantedFaults(sigma2)) {
			const common = { sigma2, draws, entropy: osEntropy(), sample };
			const caught = !auditFit(common).passed || !auditSampler({ ...common, contribution }).passed;
			seen.set(name, caught && (seen.get(name) ?? true));
		}
	}
	return [...seen].map(([name, all]) => ({ name, kind: 'sampler', seen: all }));
}
