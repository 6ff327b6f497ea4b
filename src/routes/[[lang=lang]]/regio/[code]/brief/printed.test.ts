import { describe, expect, it } from 'vitest';
import type { Brief } from '$lib/server/brief/brief.ts';
import { printedOf } from './printed.server.ts';

const row = [
	'Laag inkomen, 2023',
	'4,3%',
	'tussen 4,1% en 4,4%',
	'A',
	'-0,5 procentpunt sinds 2022 (van -1,3 tot +0,2)'
];
const chart = { title: 'Laag inkomen in Eindhoven, per periode', note: 'Dikke lijn met punten: Eindhoven.' };
const times = <T>(count: number, of: T) => Array.from({ length: count }, () => of);
const signal =
	'Instroom: WW. Zeer waarschijnlijk: van zulke signalen zijn er meer dan 19 van de 20 echt. 90% meer dan een jaar eerder.';

/** A brief of which only lengths matter. */
const brief = (figures: number, rising: readonly string[], more: object = {}) =>
	({
		...{ lang: 'nl', short: times(3, signal), notices: ['Deze cijfers zijn verzonnen.'], rising },
		figures: { caption: 'De cijfers', head: row, rows: times(figures, row) },
		...{ trends: times(2, chart), groups: times(2, chart) },
		comparison: {
			title: 'x',
			lead: signal,
			table: { caption: 'x', head: row.slice(0, 4), rows: times(7, row.slice(0, 4)) }
		},
		...{ how: times(6, signal), definitions: times(4, signal), ...more }
	}) as unknown as Brief;

describe('what a browser prints of a brief', () => {
	it('is all of it where that fits on two pages', () => {
		expect(printedOf(brief(4, times(3, 'Te klein: x.')))).toEqual({ figures: 4, rising: 3, definitions: 4 });
	});

	it('is fewer rows and fewer signals as there are more, and some of both', () => {
		const counts = [2, 6, 12, 40].map((signals) => printedOf(brief(9, times(signals, signal))));
		for (const [i, { figures, rising }] of counts.entries()) {
			expect(figures).toBeGreaterThanOrEqual(2);
			expect(rising).toBeGreaterThanOrEqual(2);
			expect(figures).toBeLessThanOrEqual(counts[i - 1]?.figures ?? 9);
		}
		expect(counts[3]!.rising).toBeLessThan(12);
	});

	it('leaves out definitions before anything that says how to read the figures', () => {
		const { definitions } = printedOf(brief(4, [], { definitions: times(60, signal) }));
		expect(definitions).toBeGreaterThan(0);
		expect(definitions).toBeLessThan(30);
		expect(printedOf(brief(4, [], { how: times(40, signal) })).definitions).toBe(0);
	});

	it('is nothing less of a brief without figures', () => {
		expect(printedOf(brief(0, [], { figures: null }))).toEqual({ figures: 0, rising: 0, definitions: 4 });
	});
});
