import type { CbsSeries } from '../../contract/cbs-figures.ts';
import { householdDebts, lowIncome, municipalBenefits, municipalShares, type IncomeLimit } from './published.ts';

/** All households, in the codes of StatLine. */
const ALL_HOUSEHOLDS = '1050010';
/** The source rounds to a tenth of a percent. */
const TENTH = 0.0005;
/** Kerncijfers wijken en buurten. */
const KWB = 'CBS, Kerncijfers wijken en buurten 2020';
const INDICATORS: Readonly<Record<IncomeLimit, string>> = {
	low_income: 'low-income',
	long_term_low_income: 'long-term-low-income',
	minimum_110: 'social-minimum-110'
};

/** Published shares that are counted as an indicator of ours is: the same unit, and the same rule. */
export function cbsSeries(): CbsSeries[] {
	return [...incomes(), ...municipal(), ...debts()];
}

function incomes(): CbsSeries[] {
	return lowIncome.flatMap(({ year, group, limit, share }) =>
		group !== ALL_HOUSEHOLDS || share === null
			? []
			: [seriesOf(INDICATORS[limit], year, { NL: share }, TENTH, 'CBS StatLine, 83841NED')]
	);
}

function municipal(): CbsSeries[] {
	const of = (pairs: readonly (readonly [string, number])[]) => Object.fromEntries(pairs);
	const low = of(municipalShares.map(({ code, lowIncome }) => [code, lowIncome]));
	const minimum = of(municipalBenefits.map(({ code, minimum110 }) => [code, minimum110]));
	return [seriesOf('low-income', 2020, low, TENTH, KWB), seriesOf('social-minimum-110', 2020, minimum, TENTH, KWB)];
}

/** The stand of 1 January is that of the last day of the year before; other dates are no year's. */
function debts(): CbsSeries[] {
	const source = 'CBS, Schuldenproblematiek in beeld';
	return householdDebts.flatMap(({ date, criteria, inDebt, notInDebt, entered, stayedOut }) => {
		if (!date.endsWith('-01-01')) return [];
		const year = Number(date.slice(0, 4)) - 1;
		const indicator = criteria === 12 ? 'problematic-debts' : 'problematic-debts-10';
		const stand = seriesOf(indicator, year, { NL: inDebt / (inDebt + notInDebt) }, 0, source);
		if (entered === null || stayedOut === null) return [stand];
		return [stand, seriesOf(`${indicator}-inflow`, year, { NL: entered / (entered + stayedOut) }, 0, source)];
	});
}

function seriesOf(
	indicator: string,
	year: number,
	shares: Record<string, number>,
	rounding: number,
	source: string
): CbsSeries {
	const rounded = Object.entries(shares).map(([region, share]) => [region, Number(share.toFixed(6))]);
	return { indicator, unit: 'household', period: String(year), shares: Object.fromEntries(rounded), rounding, source };
}
