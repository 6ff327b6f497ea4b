import { expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { canonicalJson, planFingerprint } from './fingerprint.ts';

const attribute = (name: string, codes: string[]) => ({ name, codes, rule: { kind: 'codes', column: name } as const });
const table = (by: string[]) => ({ id: ['all', ...by].join('.'), level: null, by, target: null, weight: 1 });
const domainOf = (tables: string[][], names = ['a', 'b']): Domain => ({
	region: null,
	attributes: names.map((name) => attribute(name, ['x', 'y', 'unknown'])),
	tables: tables.map(table)
});
const planOf = (domain: Domain, sigma2 = '4/1', contribution = 1) =>
	({
		unit: { kind: 'person', contribution },
		tables: domain.tables.map(({ id }) => ({ id, sigma2 }))
	}) as unknown as Plan;
const print = (domain: Domain, sigma2?: string, contribution?: number) =>
	planFingerprint(domain, planOf(domain, sigma2, contribution), { kind: 'table', file: 'x.csv' });

it('the same question spelled in another order is the same', () => {
	const one = print(domainOf([['a', 'b'], ['b']]));
	expect(print(domainOf([['b'], ['a', 'b']], ['b', 'a']))).toBe(one);
});

it('another table, noise, code or unit is another question', () => {
	const base = domainOf([['a']]);
	const recoded: Domain = {
		...base,
		attributes: [attribute('a', ['x', 'z', 'unknown']), attribute('b', ['x', 'unknown'])]
	};
	const turned = [print(domainOf([['a', 'b']])), print(domainOf([['b', 'a']]))];
	const prints = [
		...turned,
		print(base),
		print(domainOf([['b']])),
		print(base, '5/1'),
		print(base, '4/1', 2),
		print(recoded)
	];
	expect(new Set(prints).size).toBe(prints.length);
});

it('groups, sums and their bounds, periods and how they are measured are part of the question', () => {
	const grouped = domainOf([['a'], ['g']]);
	const groups = (every: number): Domain => ({
		...grouped,
		attributes: [...grouped.attributes, { name: 'g', codes: ['x..unknown'], rule: { kind: 'groups', of: 'a', every } }]
	});
	const summed = (to: number, sum = 'debt', column = 'c'): Domain => {
		const base = domainOf([['a'], ['a']]);
		const [count, other] = base.tables;
		return {
			...base,
			tables: [count!, { ...other!, id: `all.a.sum-${sum}`, sum }],
			amounts: [
				{ name: 'debt', column, from: 0, to },
				{ name: 'income', column, from: 0, to: 9 }
			]
		};
	};
	const series = (spells: number, strategy: string, matrix?: number[][]) => {
		const domain: Domain = { ...domainOf([['a']]), series: { attribute: 'a', spells } };
		return planFingerprint(domain, { ...planOf(domain), series: { strategy, matrix } } as unknown as Plan, undefined);
	};
	const prints = [
		print(domainOf([['a']])),
		print(domainOf([['a'], ['b']])),
		print(groups(2)),
		print(groups(3)),
		print(summed(10)),
		print(summed(11)),
		print(summed(10, 'income')),
		print(summed(10, 'debt', 'd')),
		series(1, 'independent'),
		series(2, 'independent'),
		series(2, 'half-order'),
		series(2, 'fitted', [[1], [0, 1]]),
		series(2, 'fitted', [[1], [-1, 1]])
	];
	expect(new Set(prints).size).toBe(prints.length);
	// An amount that no table adds up asks nothing.
	const idle = { ...domainOf([['a']]), amounts: summed(10).amounts! };
	expect(print(idle)).toBe(print(domainOf([['a']])));
	const turned = summed(10);
	expect(print({ ...turned, tables: turned.tables.toReversed() })).toBe(print(turned));
});

it('canonical JSON does not depend on the order of keys', () => {
	expect(canonicalJson({ b: [1, { d: 2, c: null }], a: undefined })).toBe('{"b":[1,{"c":null,"d":2}]}');
});
