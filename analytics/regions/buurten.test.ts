import { expect, it } from 'vitest';
import { wijkenIn } from './buurten.ts';
import { gemeentenIn } from './nederland.ts';

const codes = (vintage: number): string[] => gemeentenIn(vintage).map(({ code }) => code);

it.each([2019, 2020, 2021, 2022, 2023, 2026])('names the municipalities of %i, and no other', (vintage) => {
	expect([...wijkenIn(vintage).keys()].sort()).toEqual(codes(vintage));
});

it('names those of 2018 that did not change in 2019, and no other', () => {
	const same = codes(2020);
	const changed = ['GM0014', 'GM0394', 'GM0575'];
	expect([...wijkenIn(2018).keys()].sort()).toEqual(
		codes(2018).filter((code) => same.includes(code) && !changed.includes(code))
	);
});

it('numbers what a municipality takes over after its own, in the order of the codes', () => {
	const own = (vintage: number, code: string): string[] => [...wijkenIn(vintage).get(code)!.keys()];
	const [before, after] = [own(2021, 'GM0439'), own(2022, 'GM0439')];
	expect(after.slice(0, before.length)).toEqual(before);
	expect(after).toHaveLength(before.length + own(2021, 'GM0370').length);
	expect(wijkenIn(2022).get('GM0439')!.get(after[before.length]!)).toEqual(
		[...wijkenIn(2021).get('GM0370')!.values()][0]
	);
});

it('gives each part of Haaren its own wijk', () => {
	const haaren = wijkenIn(2020).get('GM0788')!;
	for (const [code, wijk] of [
		['GM0824', '01'],
		['GM0865', '02'],
		['GM0855', '03'],
		['GM0757', '04']
	] as const)
		expect([...wijkenIn(2021).get(code)!.values()].at(-1)).toEqual(haaren.get(wijk));
});
