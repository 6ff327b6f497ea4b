import { localeOf } from '$lib/messages/index.ts';
import { exploringTexts } from '$lib/messages/exploring.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { section } from './section.server.ts';

type Section = NonNullable<ReturnType<typeof section>>;

/** Whether an indicator is of who comes into a state or gets out of it. */
export const isFlow = (id: string) => /-(inflow|outflow)$/.test(id);

/** Indicators of being in a state for long, by the state. */
const LONG: Readonly<Record<string, string>> = {
	'low-income': 'long-term-low-income',
	'problematic-debts': 'long-term-debts'
};
const YEAR = /^\d{4}$/;
const QUARTER = /^\d{4}Q\d$/;

/** Who comes into each state, is in it and gets out of it, where both the state and its flows are told; each has its own period. */
export function flowsView(sections: readonly Section[], lang: Lang) {
	const m = exploringTexts(lang);
	return sections.flatMap((stock) => {
		const beside = (id: string | undefined) => {
			const told = sections.filter((one) => one.indicator === id && one.unit === stock.unit);
			// A flow of the same length beside the stock: of a year before one of a quarter.
			return told.find(({ period }) => spanOf(period) === spanOf(stock.period)) ?? told[0] ?? null;
		};
		const inflow = beside(`${stock.indicator}-inflow`);
		const outflow = beside(`${stock.indicator}-outflow`);
		if (inflow === null && outflow === null) return [];
		return [
			{
				id: stock.id,
				label: stock.label,
				unit: stock.unit,
				steps: [
					{ name: m.inflow, of: inflow, text: inflow && m.inflowText[spanOf(inflow.period)] },
					{ name: m.stock, of: stock, text: m.stockText[stock.unit] },
					{ name: m.outflow, of: outflow, text: outflow && m.outflowText[spanOf(outflow.period)] }
				].map(({ name, of, text }) => ({ name, text, period: of?.period ?? null, figure: of?.figure ?? null })),
				long: told(beside(LONG[stock.indicator])),
				pace: outflow !== null && YEAR.test(outflow.period) ? paceOf(outflow.figure, lang) : null
			}
		];
	});
}

const spanOf = (period: string) => (QUARTER.test(period) ? 'quarter' : 'year');

const told = (section: Section | null) =>
	section && { figure: section.figure, unit: section.unit, description: section.description, period: section.period };

/**
 * Mean years in a state if everyone in it had the same chance to get out each year, now and later: one over the share that gets
 * out, with the ends of its interval. Null where the share may well be nothing.
 */
function paceOf(outflow: Section['figure'], lang: Lang): string | null {
	const { lower, upper, reliability } = outflow;
	if (lower === null || upper === null || lower <= 0 || !['A', 'B'].includes(reliability)) return null;
	const m = exploringTexts(lang);
	const years = new Intl.NumberFormat(localeOf[lang], { maximumSignificantDigits: 2 });
	const [low, high] = [years.format(1 / upper), years.format(1 / lower)];
	return low === high ? m.paceOne(low) : m.pace(low, high);
}
