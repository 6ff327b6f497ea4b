import { describe, expect, it } from 'vitest';
import { municipalMargins } from './margins.ts';
import { pensionAge } from './secm.ts';
import {
	addresses,
	count,
	debts,
	file,
	households,
	incomes,
	make,
	makeMain,
	persons,
	positions,
	rows
} from './test-support/tables.ts';

makeMain();

const DEBT_DATES = ['20230401', '20230701', '20231001', '20240101'];

describe('lives', () => {
	it('end with death: no spell of the dead goes on', async () => {
		for (const [table, until] of [
			[households, 'DATUMEINDEHH'],
			[addresses, 'GBADATUMEINDEADRESHOUDING'],
			[positions, 'EINDSECM']
		])
			expect(
				await count(
					`from ${table} join ${file('GBAOVERLIJDEN2023TABV1')} using (RINPERSOON) where ${until} >= GBADATUMOVERLIJDEN`
				)
			).toBe(0);
	});

	it('keep benefits and positions together: social assistance is SECM 22, and nobody of pension age is unemployed', async () => {
		const assistance = `(select RINPERSOON, BIJSTANDAanvangUitkeringPersoon1A as since from ${file('BIJSTANDUITKERINGTAB2023V1')}
			where BIJSTANDStatistiekcodeA = '01')`;
		const spells = `(select RINPERSOON, AANVSECM as since from ${positions} where SECM = '22' and EINDSECM >= '20230101')`;
		expect(await count(`from ${assistance} except from ${spells}`)).toBe(0);
		expect(await count(`from ${spells} except from ${assistance}`)).toBe(0);
		expect(await count(`from ${spells}`)).toBeGreaterThan(300);
		const old = `2023 * 12 + 11 - (cast(GBAGEBOORTEJAAR as integer) * 12 + cast(GBAGEBOORTEMAAND as integer) - 1) >= ${pensionAge(2023)}`;
		expect(
			await count(`from ${positions} join ${persons} using (RINPERSOON)
				where EINDSECM = '20231231' and SECM in ('11', '21', '22', '24', '26', '31', '32') and ${old}`)
		).toBe(0);
	});

	it('tell debts of a household by those of its members, ten criteria within twelve, and defaulters within debts', async () => {
		for (const date of DEBT_DATES) {
			const flag = (household: string, ten: string): string => `${ten}problematische_schulden_${household}${date}`;
			const wrong = await count(`
				select 1 from ${debts} group by HUISHOUDNR, DATUMAANVANGHH
				having max(${flag('', 'smalle_def_')}) <> max(${flag('HH_', 'smalle_def_')})
					or min(${flag('HH_', 'smalle_def_')}) <> max(${flag('HH_', 'smalle_def_')})
					or bool_or(${flag('', '')} > ${flag('', 'smalle_def_')}) or max(${flag('HH_', '')}) <> max(${flag('', '')})`);
			expect(wrong).toBe(0);
		}
		const running = `(from ${file('ZVWWANBETALERS2023TABV1')} where EINDEWANBETALER = '88888888')`;
		expect(await count(running)).toBeGreaterThan(100);
		expect(
			await count(
				`from ${running} anti join (from ${debts} where smalle_def_problematische_schulden_20240101 = 1) using (RINPERSOON)`
			)
		).toBe(0);
	});

	it('lose income with a job: households of who became unemployed early in a year, against the year before', async () => {
		// About 60 losers: their mean change is some ten standard errors below that of the others.
		const [[lost, kept]] = (await rows(`
			with income as (select k.RINPERSOON, a.INHGESTINKH / b.INHGESTINKH as change, k.RINPERSOON in (
					select RINPERSOON from ${positions} where SECM = '21' and AANVSECM between '20230101' and '20230301') as lost
				from ${file('KOPPELPERSOONHUISHOUDEN2023TABV1')} k join ${incomes} a using (RINPERSOONHKW)
				join ${file('KOPPELPERSOONHUISHOUDEN2022TABV1')} l on l.RINPERSOON = k.RINPERSOON
				join ${file('INHA2022TABV1')} b on b.RINPERSOONHKW = l.RINPERSOONHKW
				where a.INHARMLAG > 0 and b.INHARMLAG > 0 and k.RINPERSOON in (
					select RINPERSOON from ${file('SECM2022BUSV1')} where SECM = '11' and EINDSECM = '20221231'))
			select median(change) filter (where lost), median(change) filter (where not lost) from income`)) as [[number, number]];
		expect(lost).toBeLessThan(kept - 0.05);
	});

	it('give children parents of a plausible age', async () => {
		const [[youngest, oldest]] = (await rows(`
			select min(gap), max(gap) from (
				select cast(c.GBAGEBOORTEJAAR as integer) - cast(m.GBAGEBOORTEJAAR as integer) as gap
				from ${file('KINDOUDER2023TABV1')} k join ${persons} c using (RINPERSOON)
				join ${persons} m on m.RINPERSOON = k.RINPERSOONMa where c.GBAGEBOORTEJAAR >= '2019')`)) as [[number, number]];
		expect(youngest).toBeGreaterThanOrEqual(16);
		expect(oldest).toBeLessThanOrEqual(45);
	});
});

describe('shares', () => {
	// The seed is fixed, so these cannot fail by chance; the tolerances are about four standard errors of 19,000 households.
	it.each([
		[2021, 0.063, 0.081],
		[2022, 0.042, 0.088],
		[2023, 0.036, 0.089]
	])('of low income and debts are near the published ones of %i', async (year, low, debt) => {
		const [[income]] = (await rows(
			`select avg((INHARMLAG < 100)::integer) from ${file(`INHA${year}TABV1`)} where INHARMLAG >= 0`
		)) as [[number]];
		expect(Math.abs(income - low)).toBeLessThan(0.008);
		const flag = `smalle_def_problematische_schulden_HH_${year + 1}0101`;
		const [[owing]] = (await rows(`
			select avg(${flag}::integer) from ${file(`SCHULDENPROBLEMATIEK${year}TABV1`)}
			join ${file(`GBAHUISHOUDENS${year}BUSV1`)} using (RINPERSOON, DATUMAANVANGHH) where REFPERSOONHH = '1' and TYPHH <> '8'`)) as [
			[number]
		];
		expect(Math.abs(owing - debt)).toBeLessThan(0.01);
	});

	it('of low income follow those of the municipalities: weighted correlation above 0.85 at 200,000 persons', async () => {
		await make('large', {
			persons: 200_000,
			years: [2020, 2020],
			tables: ['INHATAB', 'GBAADRESOBJECTBUS', 'VSLGWBTAB']
		});
		const found = await rows(`
			select v.gem2024, avg((INHARMLAG < 100)::integer), count(*)
			from (from ${file('INHA2020TABV1', 'large')} where INHARMLAG >= 0) i
			join ${file('GBAADRESOBJECT2020BUSV1', 'large')} a
				on a.RINPERSOON = i.RINPERSOONHKW and GBADATUMEINDEADRESHOUDING = '20201231'
			join ${file('VSLGWB2024TABV1', 'large')} v using (RINOBJECTNUMMER) group by 1`);
		const ratio = new Map(municipalMargins.map((margins) => [margins.code.slice(2), margins.lowIncomeRatio]));
		const points = found.map(([code, share, n]) => ({ x: ratio.get(code as string)!, y: Number(share), n: Number(n) }));
		const mean = (value: (p: (typeof points)[number]) => number): number =>
			points.reduce((sum, p) => sum + p.n * value(p), 0) / points.reduce((sum, p) => sum + p.n, 0);
		const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
		const covariance = mean((p) => (p.x - mx) * (p.y - my));
		const spread = Math.sqrt(mean((p) => (p.x - mx) ** 2) * mean((p) => (p.y - my) ** 2));
		expect(covariance / spread).toBeGreaterThan(0.85);
	}, 120_000);

	it('persist: most households with low income or debts had them a year before', async () => {
		const [[low, debt]] = (await rows(`
			select avg((b.INHARMLAG < 100)::integer) filter (where b.INHARMLAG >= 0), avg(e.smalle_def_problematische_schulden_HH_20230101::integer)
				filter (where d.smalle_def_problematische_schulden_HH_20240101 = 1)
			from ${debts} d join ${file('SCHULDENPROBLEMATIEK2022TABV1')} e using (RINPERSOON)
			left join (from ${incomes} where INHARMLAG between 0 and 99) a on a.RINPERSOONHKW = d.RINPERSOON
			left join ${file('INHA2022TABV1')} b on b.RINPERSOONHKW = a.RINPERSOONHKW`)) as [[number, number]];
		expect(low).toBeGreaterThan(0.4);
		expect(debt).toBeGreaterThan(0.7);
		expect(debt).toBeLessThan(0.9);
	});
});
