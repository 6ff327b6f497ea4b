import { expect, it } from 'vitest';
import { inventBuurten } from './buurten.ts';
import { Calibration } from './calibration.ts';
import { makeWorld, simulate } from './simulate.ts';
import { SPELLS, type Staging } from './staging-layout.ts';

const YEARS = [2021, 2022] as const;

/** Quarters (a bit each) of the own debts that persons have in the second year and had not in the first. */
async function begun(lastQuarter: number): Promise<number[]> {
	const calibration = new Calibration([{ parameter: 'debts_begin', key: 'last_quarter', year: 0, value: lastQuarter }]);
	const before = new Set<number>();
	const found: number[] = [];
	const none = { row: () => {} };
	const first = {
		row: (person: number, _e: number, _h: number, _s: number, debt: number) => debt & 8 && before.add(person)
	};
	const second = {
		row: (person: number, _e: number, _h: number, _s: number, debt: number) =>
			debt & 15 && !before.has(person) && found.push(debt & 15)
	};
	const staging = {
		...Object.fromEntries(Object.keys(SPELLS).map((table) => [table, none])),
		years: new Map([first, second].map((member, i) => [YEARS[0] + i, { income: none, member }])),
		close: () => {}
	} as unknown as Staging;
	await simulate(makeWorld(YEARS, 5, inventBuurten(5), calibration, []), 10_000, staging, () => {});
	return found;
}

it('lets debts begin in the quarters that the calibration says', async () => {
	const level = await begun(1);
	expect(new Set(level)).toEqual(new Set([0b1111, 0b1110, 0b1100, 0b1000]));
	const last = await begun(4);
	expect(new Set(last)).toEqual(new Set([0b1000]));
	// The year has as much as before: both draw alike, up to what other draws make of it.
	expect(Math.abs(last.length / level.length - 1)).toBeLessThan(0.3);
}, 30_000);
