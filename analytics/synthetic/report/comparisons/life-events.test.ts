import { describe, expect, it } from 'vitest';
import { key, line, TinyWorld } from '../test-support/folders.ts';
import { lifeEvents } from './life-events.ts';

const DATE = 20240101;
const OPEN = 88888888;

/** Ten singles of whom 1 to 4 have an event; 1 and 5 enter debts. */
function singles(event: (world: TinyWorld, person: number) => void): TinyWorld {
	const world = new TinyWorld(2020, 2023);
	for (let person = 1; person <= 10; person++) {
		world.person(person, 19800101);
		world.household({ number: `H${person}`, type: 1, members: [person] });
		world.debts(person, person === 1 || person === 5 ? [DATE] : []);
		world.secm(person, 20100101, person <= 4 ? 20220814 : OPEN, 11);
		if (person <= 4) event(world, person);
	}
	return world;
}

const afterWork = (code: number, start = 20220815) => singles((world, person) => world.secm(person, start, OPEN, code));

async function figures(world: TinyWorld, event: string, who = 'own', date = '2024-01-01') {
	const found = await world.compare(lifeEvents);
	const [of, without, ratio] = ['with', 'without', 'ratio'].map(
		(what) => line(found, `${what} ${event}, ${who}, ${date}`).synthetic
	);
	return [of, without, ratio];
}

/** The ratio of an event that is published for 2018 only, over the dates of the folder (one). */
async function ratioOf2018(world: TinyWorld, event: string, who = 'own'): Promise<number> {
	const found = await world.compare(lifeEvents);
	return line(found, `ratio ${event}, ${who}, 2018-01-01 against 2024-01-01 to 2024-01-01`).synthetic;
}

it('compares how many had the event', async () => {
	const found = await afterWork(24).compare(lifeEvents);
	const had = line(found, 'had disability, own, 2018-01-01 against 2024-01-01 to 2024-01-01');
	expect(had.synthetic).toBe(4 / 10);
	expect(had.published).toBeCloseTo(3_930 / 0.027 / 12_586_170, 12);
	expect(line(found, 'had job_loss, own, 2024-01-01').synthetic).toBe(0);
	expect(found.lines.some(({ name }) => name.includes('job_loss, own, 2018-01-01'))).toBe(false);
});

describe('events of SECM', () => {
	it('are starts after work within the three years', async () => {
		// One of four with the event entered, one of six without it.
		expect(await figures(afterWork(21), 'job_loss')).toEqual([1 / 4, 1 / 6, 1.5]);
		expect(await figures(afterWork(22), 'social_assistance_start')).toEqual([1 / 4, 1 / 6, 1.5]);
		expect(await ratioOf2018(afterWork(24), 'disability')).toBe(1.5);
	});

	it('do not follow from a benefit that begins long after the job, or from another state', async () => {
		expect((await figures(afterWork(21, 20221015), 'job_loss'))[1]).toBe(2 / 10);
		const fromPension = singles((world, person) => {
			world.secm(person, 20220815, 20230101, 25);
			world.secm(person, 20230102, OPEN, 21);
		});
		expect((await figures(fromPension, 'job_loss'))[1]).toBe(2 / 10);
	});

	it('before the three years are none', async () => {
		const world = new TinyWorld(2020, 2023);
		for (const person of [1, 2]) {
			world.person(person, 19800101);
			world.household({ number: `H${person}`, type: 1, members: [person] });
			world.debts(person, person === 1 ? [DATE] : []);
			world.secm(person, 20100101, 20201230, 11);
			world.secm(person, person === 1 ? 20201231 : 20210101, OPEN, 21);
		}
		expect((await figures(world, 'job_loss')).slice(0, 2)).toEqual([0, 1]);
	});

	it('leave out units that were in debt a year before', async () => {
		const world = afterWork(21);
		for (const row of world.tables.SCHULDENPROBLEMATIEK2022TABV1!)
			if (row.RINPERSOON === key(2)) row.smalle_def_problematische_schulden_HH_20230101 = '1';
		expect((await figures(world, 'job_loss'))[0]).toBe(1 / 3);
	});
});

/** Couples 1+2, 3+4, 5+6 and 7+8; the first member is the reference person, who enters debts in 1 and 5. */
function couples(type = 3): TinyWorld {
	const world = new TinyWorld(2020, 2023);
	for (let person = 1; person <= 8; person++) {
		world.person(person, 19800101);
		world.debts(person, [1, 2, 5, 6].includes(person) ? [DATE] : []);
		if (person % 2 === 1) world.household({ number: `H${person}`, type, members: [person, person + 1] });
	}
	return world;
}

describe('events of another member', () => {
	it('are not the own ones', async () => {
		const world = couples();
		for (const person of [2, 4, 3, 5]) {
			world.secm(person, 20100101, 20220814, 11);
			world.secm(person, 20220815, OPEN, 21);
		}
		world.secm(1, 20100101, OPEN, 11);
		// Reference persons 3 and 5 lost a job; the partners of 1 and 3 did.
		expect((await figures(world, 'job_loss')).slice(0, 2)).toEqual([1 / 2, 1 / 2]);
		expect((await figures(world, 'job_loss', 'other member')).slice(0, 2)).toEqual([1 / 2, 1 / 2]);
		// The partner of 2 works; those of 3 and 4 do not.
		expect((await figures(world, 'job_loss_no_working_partner', 'other member')).slice(0, 2)).toEqual([0, 2 / 3]);
	});

	it('are not those of who lives in the same institution', async () => {
		const world = couples();
		world.household({ number: 'I', type: 8, members: [21, 22, 23] });
		for (const person of [21, 22, 23]) {
			world.person(person, 19400101);
			world.debts(person, []);
		}
		world.secm(22, 20100101, 20220814, 11);
		world.secm(22, 20220815, OPEN, 24);
		world.secm(2, 20100101, 20220814, 11);
		world.secm(2, 20220815, OPEN, 24);
		const found = await world.compare(lifeEvents);
		const had = 'had disability, other member, 2018-01-01 against 2024-01-01 to 2024-01-01';
		// Of the partner of 1 only, among the eight in couples and the three of the institution.
		expect(line(found, had).synthetic).toBe(1 / 11);
	});
});

describe('events in the household', () => {
	/** Adults of 2018: all eight count. */
	it('separation: partners in different households a year later', async () => {
		const world = new TinyWorld(2020, 2023);
		for (let person = 1; person <= 9; person++) {
			world.person(person, person === 9 ? 20000101 : 19700101);
			world.debts(person, person === 1 || person === 6 ? [DATE] : []);
		}
		world.household({ number: 'A', type: 3, members: [1, 2], until: 20220630 });
		world.household({ number: 'B', type: 1, members: [1], since: 20220701 });
		world.household({ number: 'C', type: 1, members: [2], since: 20220701 });
		world.household({ number: 'D', type: 3, members: [3, 4] });
		world.household({ number: 'E', type: 3, members: [5, 6] });
		// A child that leaves home separates nobody.
		world.household({ number: 'F', type: 5, members: [7, 8, 9], until: 20220630 });
		world.household({ number: 'G', type: 3, members: [7, 8], since: 20220701 });
		world.household({ number: 'H', type: 1, members: [9], since: 20220701 });
		// 1 of 2 who separated, 1 of 7 others.
		expect(await ratioOf2018(world, 'separation')).toBe(3.5);
	});

	it('partner died: the other one of a couple', async () => {
		const world = couples();
		for (const row of world.tables.GBAHUISHOUDENS2023BUSV1!)
			if (row.RINPERSOON === key(2)) row.DATUMEINDEHH = '20230303';
		for (const year of world.years)
			world.add(`GBAOVERLIJDEN${year}TABV1`, { RINPERSOONS: 'R', RINPERSOON: key(2), GBADATUMOVERLIJDEN: 20230303 });
		// 1 of 1 widowed; 5 and 6 of the six others.
		expect(await ratioOf2018(world, 'partner_died')).toBe(3);
	});

	it('child born: for those who live with it', async () => {
		const world = couples();
		world.person(20, 20230515);
		world.person(21, 20191231);
		world.household({ number: 'K', type: 6, members: [22, 20] });
		world.household({ number: 'L', type: 6, members: [23, 21] });
		for (const parent of [22, 23]) {
			world.person(parent, 19900101);
			world.debts(parent, parent === 22 ? [DATE] : []);
		}
		// 1 of 1 with a child of the three years; 4 of 9 others (the child of 2019 is older).
		expect(await ratioOf2018(world, 'child')).toBeCloseTo(9 / 4, 12);
	});

	it('child turned 18 at home: for all of the household', async () => {
		const world = couples(5);
		world.person(20, 20040615);
		world.household({ number: 'K', type: 6, members: [22, 20] });
		world.person(22, 19700101);
		world.debts(22, [DATE]);
		world.debts(20, []);
		// 1 of 2, the parent and the grown child; 4 of the 8 others.
		expect(await ratioOf2018(world, 'child_turned_18')).toBe(1);
	});

	it('income drop: a quarter or more below the year before', async () => {
		const world = couples();
		for (const year of world.years)
			for (const person of [1, 3, 5, 7])
				world.income(year, person, [person, person + 1], {
					INHGESTINKH: year < 2022 ? 40_000 : person === 1 ? 29_999 : person === 3 ? 30_001 : 40_000
				});
		// 1 and 2 dropped and both entered; 5 and 6 of the six others.
		expect(await ratioOf2018(world, 'income_drop')).toBe(3);
	});
});

it('needs four years of households', async () => {
	const world = new TinyWorld(2021, 2023);
	world.person(1, 19800101);
	world.household({ number: 'A', type: 1, members: [1] });
	world.debts(1, []);
	world.secm(1, 20100101, OPEN, 11);
	const { lines, absent } = await world.compare(lifeEvents);
	expect(lines).toEqual([]);
	expect(absent).toContainEqual({ what: 'GBAHUISHOUDENSBUS of four years before 2024-01-01', figures: 6 });
});
