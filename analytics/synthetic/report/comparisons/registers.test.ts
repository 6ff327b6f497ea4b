import { describe, expect, it } from 'vitest';
import { householdDebts } from '../../published/published.ts';
import { seasonFactors } from '../../published/season.ts';
import { key, line, TinyWorld } from '../test-support/folders.ts';
import { assistance } from './assistance.ts';
import { defaulters } from './defaulters.ts';
import { season } from './season.ts';

const OPEN = 88888888;
const R = { RINPERSOONS: 'R' };

function endOfMonth(year: number, month: number): number {
	const day = new Date(Date.UTC(year, month, 0));
	return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

describe('season', () => {
	it('finds the months in which unemployment is high', async () => {
		const world = new TinyWorld(2019, 2022);
		world.household({ number: 'A', type: 1, members: [1] });
		world.person(1, 19800101);
		const series: number[] = [];
		for (const year of world.years)
			for (let month = 1; month <= 12; month++) {
				const many = month <= 3 ? 6 : 4;
				series.push(many);
				for (let i = 0; i < many; i++) {
					const first = year * 10_000 + month * 100 + 1;
					world.secm(1000 * year + 10 * month + i, first, endOfMonth(year, month), 21);
				}
			}
		const found = await world.compare(season);
		const expected = seasonFactors(series)!;
		expect(found.lines.map(({ synthetic }) => synthetic)).toEqual(expected);
		expect(line(found, 'January').synthetic).toBeCloseTo(6 / 4.5, 10);
	});

	it('counts a spell once that several files hold', async () => {
		const world = new TinyWorld(2019, 2022);
		world.household({ number: 'A', type: 1, members: [1] });
		world.person(1, 19800101);
		world.secm(1, 20180101, OPEN, 21);
		expect((await world.compare(season)).lines.every(({ synthetic }) => synthetic === 1)).toBe(true);
	});
});

describe('assistance', () => {
	it('counts persons below pension age on the last day of the quarter, per private household', async () => {
		const world = new TinyWorld(2022, 2022);
		const births = [19800101, 19800101, 19800101, 19500101];
		for (const [i, birth] of births.entries()) {
			world.person(i + 1, birth);
			world.household({ number: `H${i}`, type: i === 2 ? 8 : 1, members: [i + 1] });
			world.add('BIJSTANDUITKERINGTAB2022V1', {
				...R,
				RINPERSOON: key(i + 1),
				BIJSTANDStatistiekcodeA: '01',
				BIJSTANDAanvangUitkeringPersoon1A: i === 0 ? 20220331 : 20210101,
				BIJSTANDEindeUitkeringPersoon1A: i === 1 ? 20220615 : OPEN
			});
		}
		const found = await world.compare(assistance);
		// Three private households. First quarter: the first three persons; second quarter: the first and the third.
		expect(line(found, '2022, quarter 1').synthetic).toBe(3 / 3);
		expect(line(found, '2022, quarter 2').synthetic).toBe(2 / 3);
		const { inDebt, notInDebt } = householdDebts.find(
			({ date, criteria }) => date === '2023-01-01' && criteria === 12
		)!;
		expect(line(found, '2022, quarter 1').published).toBeCloseTo(406_000 / (inDebt + notInDebt), 12);
	});
});

describe('defaulters', () => {
	it('counts adults on 31 December, by place, benefit and province', async () => {
		const world = new TinyWorld(2024, 2024);
		// Two singles in Zeeland, one of them with social assistance; a couple and an adult and a minor child in Gelderland.
		for (const [person, birth] of [
			[1, 19800101],
			[2, 19800101],
			[3, 19700101],
			[4, 19700101],
			[5, 20040101],
			[6, 20100101]
		] as const) {
			world.person(person, birth);
			world.secm(person, 20100101, OPEN, person === 1 ? 22 : 11);
		}
		world.household({ number: 'A', type: 1, members: [1] });
		world.household({ number: 'B', type: 1, members: [2] });
		world.household({ number: 'C', type: 5, members: [3, 4, 5, 6] });
		world.address([1, 2], '0717');
		world.address([3, 4, 5, 6], '0202');
		const owes = (person: number, until: number) =>
			world.add('ZVWWANBETALERS2024TABV1', {
				...R,
				RINPERSOON: key(person),
				AANVANGWANBETALER: 20220101,
				EINDEWANBETALER: until
			});
		owes(1, OPEN);
		owes(2, 20241230);
		owes(5, 20241231);
		owes(6, OPEN);
		const found = await world.compare(defaulters);
		const share = (name: string) => line(found, `${name}, 2024-12-31`).synthetic;
		expect(share('country NL')).toBe(2 / 5);
		expect([share('position 1'), share('position 2'), share('position 6')]).toEqual([1, 1 / 2, 0]);
		expect(share('benefit assistance')).toBe(1);
		// One of the two defaulters lives in each province.
		const of = (province: string) => line(found, `province ${province}, 2024-12-31, of all`).synthetic;
		expect([of('PV29'), of('PV25'), of('PV24')]).toEqual([1 / 2, 1 / 2, 0]);
		expect(found.absent).toEqual([{ what: 'ZVWWANBETALERSTAB 2020', figures: 10 }]);
	});
});
