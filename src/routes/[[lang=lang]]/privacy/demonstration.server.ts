import { noiseLaw } from '$lib/format/guess.ts';
import { roundPercent, whole } from '$lib/format/numbers.ts';
import { localeOf } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import { privacyTexts } from '$lib/messages/privacy.ts';
import type { NoisyTable } from '$lib/server/queries/noise.ts';
import type { Renderer } from '$lib/server/render-chart.ts';

/** Households with debts in the invented street, the visitor's own not among them. */
const OTHERS = 4;

/** The street of the demonstration, with the least noise that the newest release has anywhere; null when nothing is published. */
export function demonstration(tables: readonly NoisyTable[], lang: Lang, render: Renderer) {
	const [least] = tables.toSorted((a, b) => valueOf(a.sigma2) - valueOf(b.sigma2));
	if (least === undefined) return null;
	const m = privacyTexts(lang);
	const sigma2 = valueOf(least.sigma2);
	const law = noiseLaw(sigma2);
	const reach = Math.ceil(3 * Math.sqrt(sigma2));
	const chance = (p: number) => roundPercent(Number(p.toFixed(3)), lang);
	const rows = Array.from({ length: 2 * reach + 2 }, (_, i) => {
		const published = OTHERS - reach + i;
		const [counted, left] = [law(published - OTHERS - 1), law(published - OTHERS)];
		return { published, counted, left, words: { counted: chance(counted), left: chance(left) } };
	});
	const input = {
		kind: 'in-or-out' as const,
		locale: localeOf[lang],
		chances: rows.map(({ words, ...row }) => ({
			...row,
			label: m.chanceLabel(whole(row.published, lang), words.counted, words.left)
		})),
		counted: m.counted,
		left: m.left,
		axis: m.axis
	};
	return {
		others: OTHERS,
		sigma2: least.sigma2,
		law: sigma2,
		rows: rows.map(({ published, words }) => ({ published, ...words })),
		chart: { input, drawing: render(input) }
	};
}

/** Value of an exact fraction, for showing. */
function valueOf(fraction: string): number {
	const [n = '', d = '1'] = fraction.split('/');
	return Number(n) / Number(d);
}
