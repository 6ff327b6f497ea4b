import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { gemeenten } from '../../regions/nederland.ts';
import {
	assistanceByQuarter,
	debtsByGroup,
	debtsBySource,
	healthInsuranceDefaulters,
	householdDebts,
	householdsByType,
	lifeEventChances,
	lowIncome,
	lowIncomeGroups,
	municipalBenefits,
	poverty,
	unemploymentByMonth
} from './published.ts';

const shared = join(import.meta.dirname, '../../../../shared/data');
const source = (path: string): Record<string, string>[] =>
	parse(readFileSync(join(shared, path), 'utf8'), { columns: true, bom: true, relax_quotes: true });
const facts = () => JSON.parse(readFileSync(join(shared, 'facts/calibration_facts.json'), 'utf8'));
const there = existsSync(shared);

describe('published figures', () => {
	it('hang together', () => {
		for (const { inDebt, notInDebt, entered } of householdDebts) {
			expect(inDebt / (inDebt + notInDebt)).toBeGreaterThan(0.07);
			expect(inDebt / (inDebt + notInDebt)).toBeLessThan(0.1);
			if (entered !== null) expect(entered).toBeLessThan(inDebt / 4);
		}
		expect(lowIncomeGroups).toHaveLength(54);
		expect(new Set(lowIncome.map(({ group }) => group))).toEqual(new Set(lowIncomeGroups.map(({ group }) => group)));
		expect(municipalBenefits.map(({ code }) => code)).toEqual(gemeenten.map(({ code }) => code));
		expect(debtsByGroup.every(({ share }) => share > 0 && share < 0.3)).toBe(true);
		expect(unemploymentByMonth[0]).toEqual({ year: 2008, month: 1, thousands: 196.1 });
	});

	// Every number of units must give back the rounded share that the source prints beside it.
	it('of life events have chances without the event that round to the printed ones, and plausible shares of events', () => {
		const printed = new Map([
			['2018-01-01', 0.9],
			['2020-01-01', 1.2],
			['2022-01-01', 1.7],
			['2024-01-01', 1.9]
		]);
		const found = lifeEventChances.filter(
			({ event, who }) => event === 'social_assistance_start' && who === 'other_member'
		);
		for (const { date, chanceWithout } of found)
			if (printed.has(date)) expect((100 * chanceWithout).toFixed(1)).toBe(printed.get(date)!.toFixed(1));
		expect(lifeEventChances.every(({ shareWith, ratio }) => shareWith < 0.15 && ratio > 0.5 && ratio < 8)).toBe(true);
	});
});

describe('published figures are those of the source', () => {
	it.runIf(there)('for debts', () => {
		const total = source('stats/schulden_huishoudens_NL_2015_2024.csv').filter(
			(row) => row.Groep !== undefined && row.jaar !== ''
		);
		const old = total.filter((row) => row.Groep === 'Totaal huishoudens (oud)').map((row) => Number(row.schuldenaren));
		expect(householdDebts.filter(({ criteria }) => criteria === 10).map(({ inDebt }) => inDebt)).toEqual(old);
		const entered = total
			.filter((row) => row.Groep === 'Instromers')
			.map((row) => [row.schuldenaren, row.nietschuldenaren]);
		const ours = householdDebts.filter((row) => row.criteria === 12 && row.entered !== null);
		expect(ours.map((row) => [String(row.entered), String(row.stayedOut)])).toEqual(entered);
		const sources = source('stats/schulden_per_bron_NL_2018_2024.csv');
		expect(debtsBySource.reduce((sum, row) => sum + row.households, 0)).toBe(
			sources.reduce((sum, row) => sum + Number(row.Aantal), 0)
		);
	});

	it.runIf(there)('for life events', () => {
		const rows = source('stats/schulden_life_events_instroom_2018_2024.csv');
		const row = rows.find((r) => r.jaar === '2024-01' && r.Life_event_cat === '0 Van werkend naar WW gegaan');
		const ours = lifeEventChances.find((r) => r.date === '2024-01-01' && r.event === 'job_loss' && r.who === 'own')!;
		expect(100 * ours.chanceWith).toBeCloseTo(Number(row!.Percentage), 10);
		for (const { chanceWithout, date, event } of lifeEventChances.filter(
			(r) => r.event === 'separation' && r.who === 'own'
		)) {
			const other = rows.find((r) => r.jaar === date.slice(0, 4) && r.Life_event_cat === '1 Niet uit elkaar gegaan')!;
			expect([event, (100 * chanceWithout).toFixed(1)]).toEqual(['separation', Number(other.Percentage).toFixed(1)]);
		}
	});

	it.runIf(there)('for low income', () => {
		const rows = source('stats/laag_inkomen_huishoudens_NL_83841NED.csv');
		const printed = new Map(
			rows
				.filter((row) => row.measure!.endsWith('relatief'))
				.map((row) => [`${row.year} ${row.household_code} ${row.income_limit} ${row.duration}`, Number(row.value)])
		);
		const limits = {
			low_income: 'Inkomen tot lage-inkomensgrens Ten minste 1 jaar',
			long_term_low_income: 'Inkomen tot lage-inkomensgrens Vier jaar of langer',
			minimum_110: 'Inkomen tot 110% sociaal minimum Ten minste 1 jaar'
		};
		expect(lowIncome.length).toBeGreaterThan(2000);
		for (const { year, group, limit, share } of lowIncome)
			if (share !== null) expect(100 * share).toBeCloseTo(printed.get(`${year} ${group} ${limits[limit]}`)!, 9);
	});

	it.runIf(there)('for municipalities, benefits, defaulters, households and poverty', () => {
		const kwb = source('stats/kwb2020_gemeenten_core.csv');
		const sum = (column: string) => kwb.reduce((total, row) => total + Number(row[column]), 0);
		const ours = (key: 'inhabitants' | 'assistance') => municipalBenefits.reduce((total, row) => total + row[key], 0);
		expect(Math.abs(ours('inhabitants') - sum('Aantal inwoners'))).toBeLessThan(20);
		expect(Math.abs(ours('assistance') - sum('Aantal algemene bijstandsuitkeringen'))).toBeLessThan(20);
		const known = facts();
		const quarters = known.social_assistance.quarterly_x1000_to_AOW_age;
		expect(assistanceByQuarter.filter(({ year }) => year === 2019).map(({ thousands }) => thousands)).toEqual(
			quarters['2019']
		);
		const national = healthInsuranceDefaulters.find(({ kind }) => kind === 'country')!;
		expect(national.number).toBe(known.health_insurance_defaulters['31-12-2024'].n);
		const total = householdsByType.find(({ year, type }) => year === 2024 && type === 'total')!;
		expect(total.households).toBe(known.households['2024'].total);
		expect(poverty.map(({ thousands }) => thousands)).toEqual(
			Object.values(known.poverty_new_definition.persons_x1000)
		);
	});
});
