import { join } from 'node:path';
import { epsilonAt, Rational } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../analytics/population/fact.ts';
import { facts } from '../../analytics/population/facts.ts';
import { planSpecification } from '../../analytics/pipeline.ts';
import { loadSpecification, type Specification } from '../../analytics/specification/load.ts';

// The default release: three specifications, judged against the facts that there are and the prices that they state.

const FOLDER = join(import.meta.dirname, '..', '..', 'analytics', 'specification', 'releases');
const YEARS = 9;
const names = ['huishoudens', 'instroom', 'personen'] as const;
const releases = new Map(
	await Promise.all(
		names.map(async (name): Promise<[string, Specification]> => [
			name,
			await loadSpecification(join(FOLDER, `${name}.yaml`))
		])
	)
);

describe.each(names)('%s', (name) => {
	const specification = releases.get(name)!;
	const { spec, domain } = specification;

	it('names columns that are known of its unit, with the codes that they take', () => {
		for (const { name: attribute, codes, rule } of domain.attributes) {
			if (!('column' in rule)) throw new Error(`${attribute} has no column`);
			const fact = facts.find(({ column }) => column === rule.column);
			expect(fact, rule.column).toBeDefined();
			expect(fact!.units, rule.column).toContain(spec.unit.kind satisfies Unit);
			if (rule.kind !== 'codes') expect(fact!.values, rule.column).toBe('number');
			else expect(codes.slice(0, -1).toSorted(), rule.column).toEqual([...fact!.values].toSorted());
		}
	});

	it('has a plan that reaches every target', () => {
		const plan = planSpecification(specification);
		expect(domain.tables.every(({ target }) => target !== null)).toBe(true);
		for (const [i, { target }] of domain.tables.entries())
			expect(Math.sqrt(plan.tables[i]!.variance.max)).toBeLessThanOrEqual(target! * (1 + 1e-9));
	});
});

describe('together', () => {
	const price = (name: string) => Rational.parse(releases.get(name)!.spec.budget.rho!);
	const households = price('huishoudens').add(price('instroom'));

	it('cost what they say, a year and over the nine years', () => {
		expect(households.toString()).toBe('1/4');
		const nine = Rational.parse(`${YEARS}`);
		const delta = Rational.parse('1e-10');
		expect(epsilonAt(households.mul(nine), delta)).toBeCloseTo(15.9, 1);
		expect(epsilonAt(households.add(price('personen')).mul(nine), delta)).toBeCloseTo(17.7, 1);
	});
});
