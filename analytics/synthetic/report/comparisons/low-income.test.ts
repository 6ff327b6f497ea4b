import { expect, it } from 'vitest';
import { line, TinyWorld } from '../test-support/folders.ts';
import { nationalLowIncome } from './low-income.ts';

/** A single woman of 70, a couple of 40 with a child of 10, a single father of 50 with a child of 20. */
function world(): TinyWorld {
	const world = new TinyWorld(2020, 2020);
	world.person(1, 19500101, 2);
	world.person(2, 19800601, 1);
	world.person(3, 19800601, 2);
	world.person(4, 20100101, 1);
	world.person(5, 19700101, 1);
	world.person(6, 20000101, 1);
	world.household({ number: 'A', type: 1, members: [1] });
	world.household({ number: 'B', type: 5, members: [2, 3, 4] });
	world.household({ number: 'C', type: 6, members: [5, 6] });
	world.income(2020, 1, [1], { INHARMLAG: 99, INHARMLAGL: 99, INHARMSOC: 100, INHBBIHJ: 25, INHEHALGR: 3 });
	world.income(2020, 3, [2, 3, 4], { INHARMLAG: 150, INHARMLAGL: -1, INHARMSOC: 109, INHBBIHJ: 13, INHEHALGR: 1 });
	world.income(2020, 5, [5, 6], { INHARMLAG: 80, INHARMLAGL: 120, INHARMSOC: 110, INHBBIHJ: 22, INHEHALGR: 2 });
	return world;
}

it('counts the groups of the published table', async () => {
	const found = await world().compare(nationalLowIncome);
	const low = (group: string, limit = 'low income') =>
		found.lines.find(({ name }) => name.startsWith(`${limit}, 2020,`) && name.endsWith(`(${group})`))?.synthetic;
	const all = '1050010';
	expect(low(all)).toBeCloseTo(2 / 3, 12);
	// Known for two, below in four years for one of them.
	expect(low(all, 'low income for four years')).toBe(1 / 2);
	expect(low(all, 'up to 110 % of the minimum')).toBeCloseTo(2 / 3, 12);
	expect([low('A043012'), low('A043011')]).toEqual([1, undefined]);
	expect([low('1050055'), low('1017810'), low('1017880')]).toEqual([0, 0, undefined]);
	expect([low('1050190'), low('1050195'), low('1050200')]).toEqual([1, undefined, 1]);
	// The main earner of the couple is the woman of 40.
	expect([low('3000'), low('4000')]).toEqual([1, 1 / 2]);
	expect([low('A025343'), low('A025351'), low('A025359')]).toEqual([0, 1, 1]);
	expect([low('A025347'), low('A025350'), low('A025358')]).toEqual([0, 1, 1]);
	expect([low('1013395'), low('1013602'), low('1013650'), low('1013850'), low('1013950')]).toEqual([0, 0, 1, 1, 1]);
	expect([low('1014800'), low('1014850'), low('1014950'), low('1014900')]).toEqual([0, 1, 1, 1]);
});

it('grants the rounding of the source', async () => {
	const { lines } = await world().compare(nationalLowIncome);
	expect(line({ lines, absent: [] }, 'low income, 2020, all households (1050010)')).toMatchObject({
		published: 0.068,
		verdict: 'missed'
	});
});
