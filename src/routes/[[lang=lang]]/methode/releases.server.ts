import { noticesOf } from '$lib/format/names.ts';
import { parameter } from '$lib/format/numbers.ts';
import { periodSpan, shortPeriod } from '$lib/format/period.ts';
import { privacyCosts } from '$lib/format/privacy-cost.ts';
import { methodTexts } from '$lib/messages/method.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Release } from '$lib/server/queries/releases.ts';

/** Below this p-value the tables fit worse than noise explains. */
const DOUBT = 0.001;

/** Every release by series, with what they cost together and whether their noise is right, in words. */
export function releasesView(releases: readonly Release[], lang: Lang) {
	const m = methodTexts(lang);
	const costs = privacyCosts(releases).map((cost) => ({ ...cost, rho: parameter(cost.rho, lang) }));
	const example = releases.find((release) => release.is_current);
	const series = [...Map.groupBy(releases, ({ spec }) => spec)].map(([spec, rows]) => ({
		spec,
		name: lang === 'en' ? rows[0]!.title_en : rows[0]!.title_nl,
		// Newest period first.
		rows,
		span: spanOf(rows, lang)
	}));
	return {
		notices: noticesOf(releases, lang),
		together: costs.length === 1 ? m.together(costs[0]!.rho) : '',
		costs:
			costs.length < 2 ? [] : costs.map(({ lineage, unit, rho }) => m.togetherOf(lineage ?? '-', m.units[unit], rho)),
		epsilon:
			example === undefined || example.epsilon > 10
				? ''
				: m.epsilonWords(parameter(example.epsilon, lang), oddsOf(example.epsilon, lang)),
		series,
		tests: series.flatMap(({ name, rows }) => testsOf(name, rows, lang))
	};
}

function oddsOf(epsilon: number, lang: Lang): string {
	return new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 }).format(Math.exp(epsilon));
}

function spanOf(rows: readonly Release[], lang: Lang): string {
	return periodSpan(
		rows.map(({ period }) => period),
		lang
	);
}

/** How well the tables of a series fit together, and apart the releases where they do not. */
function testsOf(name: string, rows: readonly Release[], lang: Lang): string[] {
	const m = methodTexts(lang);
	const tested = rows.flatMap((row) =>
		row.is_current && row.integrity_p !== null ? [{ row, p: row.integrity_p }] : []
	);
	const [bad, good] = [tested.filter(({ p }) => p < DOUBT), tested.filter(({ p }) => p >= DOUBT)];
	const lowest = Math.min(...good.map(({ p }) => p));
	const goodRows = good.map(({ row }) => row);
	// A span would take in the periods between that are not good.
	const told =
		bad.length === 0 ? spanOf(goodRows, lang) : goodRows.map(({ period }) => shortPeriod(period, lang)).join(', ');
	return [
		...(good.length === 0 ? [] : [m.integrity(name, told, parameter(lowest, lang, 2), good.length)]),
		...bad.map(({ row, p }) => m.integrityBad(name, shortPeriod(row.period, lang), parameter(p, lang, 2)))
	];
}
