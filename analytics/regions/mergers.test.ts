import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { FIRST_VINTAGE, LAST_VINTAGE } from './changes.ts';
import { formerNames, passages, predecessors, successors } from './mergers.ts';
import { gemeentenIn } from './nederland.ts';
import { plus, share } from './share.ts';

const vintages = Array.from({ length: LAST_VINTAGE - FIRST_VINTAGE + 1 }, (_, i) => FIRST_VINTAGE + i);
const pairs = vintages.flatMap((from) => vintages.filter((to) => to >= from).map((to) => [from, to] as const));
const codes = (vintage: number): string[] => gemeentenIn(vintage).map(({ code }) => code);

describe.each(pairs)('passages from %i to %i', (from, to) => {
	const all = passages(from, to);

	it('lead from every municipality of the first to every one of the second', () => {
		expect([...new Set(all.map((passage) => passage.from))].sort()).toEqual(codes(from));
		expect([...new Set(all.map((passage) => passage.to))].sort()).toEqual(codes(to));
	});

	it('have shares that add up to exactly 1', () => {
		for (const code of codes(from)) {
			const own = all.filter((passage) => passage.from === code);
			expect(own.map((passage) => passage.share).reduce(plus)).toEqual({ part: 1, whole: 1 });
		}
	});
});

describe('passages', () => {
	const of = (found: ReturnType<typeof passages>) =>
		found.map(({ from, to, share: { part, whole } }) => [from, to, part, whole]);

	it('divide Winsum over two municipalities by its addresses, and Haaren over four', () => {
		const whole = ({ part, whole: all }: { part: number; whole: number }) => part / all;
		expect(successors('GM0053', 2018, 2026).map((p) => [p.to, p.share])).toEqual([
			['GM1966', share(5170, 5855)],
			['GM1969', share(685, 5855)]
		]);
		expect(successors('GM0788', 2020, 2021).map((p) => [p.to, p.share])).toEqual([
			['GM0757', share(881, 5739)],
			['GM0824', share(2308, 5739)],
			['GM0855', share(541, 5739)],
			['GM0865', share(2009, 5739)]
		]);
		expect(predecessors('GM0824', 2018, 2024).map((p) => [p.from, whole(p.share)])).toEqual([
			['GM0788', 2308 / 5739],
			['GM0824', 1]
		]);
	});

	it('stay put for a municipality that never changed', () => {
		expect(of(successors('GM0599', 2018, 2026))).toEqual([['GM0599', 'GM0599', 1, 1]]);
	});

	it('tell that Leerdam and Zederik came into another province, and Vianen did not', () => {
		expect(predecessors('GM1961', 2018, 2019).map(({ from, crosses }) => [from, crosses])).toEqual([
			['GM0545', 'provincie'],
			['GM0620', null],
			['GM0707', 'provincie']
		]);
		const crossed = (border: string) =>
			passages(2018, 2024)
				.filter(({ crosses }) => crosses === border)
				.map(({ from, to }) => `${from} ${to}`);
		expect(crossed('provincie')).toEqual(['GM0545 GM1961', 'GM0707 GM1961']);
		// Haarlemmerliede, Weesp, and the parts of Haaren around Tilburg came into another COROP area.
		expect(crossed('corop')).toEqual(['GM0393 GM0394', 'GM0457 GM0363', 'GM0788 GM0824', 'GM0788 GM0855']);
	});

	it('bring Weesp to Amsterdam from 2023 on', () => {
		expect(successors('GM0457', 2018, 2022).map(({ to }) => to)).toEqual(['GM0457']);
		expect(successors('GM0457', 2018, 2023).map(({ to }) => to)).toEqual(['GM0363']);
	});

	it('are refused backwards, and for what is no municipality then', () => {
		expect(() => passages(2024, 2018)).toThrow(/cannot be divided .* Recompute the microdata/);
		expect(() => successors('GM1961', 2018, 2024)).toThrow(InputError);
		expect(() => predecessors('GM0053', 2018, 2024)).toThrow(/GM0053 is no municipality in the classification of 2024/);
		expect(() => passages(2017, 2024)).toThrow(/not available/);
	});
});

describe('formerNames', () => {
	it('name what went into a municipality', () => {
		const names = formerNames(2024);
		expect(names.get('GM0363')).toEqual(['Weesp']);
		expect(names.get('GM1961')).toEqual(['Leerdam', 'Vianen', 'Zederik']);
		for (const code of ['GM0757', 'GM0824', 'GM0855', 'GM0865']) expect(names.get(code)).toEqual(['Haaren']);
		expect(names.get('GM0599')).toBeUndefined();
	});

	it('name all 52 in the end, and none in 2018', () => {
		expect(new Set([...formerNames(2026).values()].flat()).size).toBe(52);
		expect(formerNames(2018).size).toBe(0);
		expect(formerNames(2022).get('GM0363')).toBeUndefined();
	});
});
