import { describe, expect, it } from 'vitest';
import { line, TinyWorld } from '../test-support/folders.ts';
import { debts } from './debts.ts';
import { duration } from './duration.ts';

/** Households on 1 January of 2022 to 2024: six private ones, one of them (E) new in 2023, and two in institutions. */
function world(): TinyWorld {
	const world = new TinyWorld(2021, 2023);
	for (let person = 1; person <= 9; person++) world.person(person, 19800101);
	world.household({ number: 'A', type: 1, members: [1] });
	world.household({ number: 'B', type: 3, members: [2, 3] });
	world.household({ number: 'C', type: 1, members: [4] });
	world.household({ number: 'D', type: 1, members: [5] });
	world.household({ number: 'E', type: 1, members: [6], since: 20230601 });
	world.household({ number: 'F', type: 8, members: [7] });
	world.household({ number: 'G', type: 1, members: [8] });
	world.household({ number: 'I', type: 8, members: [9] });
	world.debts(1, [20220101, 20230101, 20240101]);
	world.debts(2, [20230101, 20240101]);
	world.debts(3, [20230101, 20240101]);
	world.debts(4, [20240101]);
	world.debts(5, [20220101, 20240101]);
	world.debts(6, [20240101]);
	world.debts(7, [20220101, 20230101, 20240101]);
	world.debts(9, [20240101]);
	return world;
}

describe('debts', () => {
	it('counts private households in debt and those that entered from none', async () => {
		const found = await world().compare(debts);
		expect(line(found, 'in debt, 2022-01-01, 12 criteria').synthetic).toBe(2 / 5);
		expect(line(found, 'in debt, 2023-01-01, 10 criteria').synthetic).toBe(2 / 5);
		expect(line(found, 'in debt, 2024-01-01, 12 criteria').synthetic).toBe(5 / 6);
		// A year before, B, C and G had none; A and D were in debt.
		expect(line(found, 'entered, 2023-01-01, 12 criteria').synthetic).toBe(1 / 3);
		// A year before, C, D and G had none; E's person was in no household.
		expect(line(found, 'entered, 2024-01-01, 12 criteria').synthetic).toBe(2 / 3);
	});

	it('has the published figure and its binomial error beside it', async () => {
		const stock = line(await world().compare(debts), 'in debt, 2024-01-01, 12 criteria');
		const published = 747_560 / (747_560 + 7_628_340);
		expect(stock.published).toBeCloseTo(published, 12);
		expect(stock.samplingError).toBeCloseTo(Math.sqrt((published * (1 - published)) / 6), 12);
		expect(stock.verdict).toBe('missed');
	});

	it('names the files and columns that are not there', async () => {
		const without = world();
		for (const row of without.tables.SCHULDENPROBLEMATIEK2023TABV1!)
			delete row.smalle_def_problematische_schulden_HH_20240101;
		const { lines, absent } = await without.compare(debts);
		expect(absent.map(({ what }) => what)).toContain('SCHULDENPROBLEMATIEKTAB 2014');
		expect(absent.map(({ what }) => what)).toContain(
			'SCHULDENPROBLEMATIEKTAB 2023: smalle_def_problematische_schulden_HH_20240101'
		);
		expect(lines.some(({ name }) => name.includes('2024-01-01'))).toBe(false);
		expect(lines.some(({ name }) => name.includes('2023-01-01'))).toBe(true);
	});
});

describe('duration', () => {
	it('counts persons who are new, and persons three dates in a row', async () => {
		const found = await world().compare(duration);
		// In debt: 1 to 6; new are 4, 5 (who had been in debt two years before) and 6; three in a row is 1.
		expect(line(found, 'new, 2024-01-01, 10 criteria').synthetic).toBe(3 / 6);
		expect(line(found, 'three years in a row, 2024-01-01, 10 criteria').synthetic).toBe(1 / 6);
		expect(found.lines).toHaveLength(2);
	});
});
