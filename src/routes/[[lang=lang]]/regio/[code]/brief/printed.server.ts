import { whole } from '$lib/format/numbers.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import type { Brief, BriefChart } from '$lib/server/brief/brief.ts';
import { fit } from '$lib/server/brief/fit.ts';
import type { Forms } from '$lib/server/brief/fit.ts';

// Two pages A4 from a browser: a style sheet cannot leave out rows until the rest fits, so it is told how many have room. Heights
// and widths are what browsers make of the page's print styles, in points, rounded to what takes more room.

/** How many of its lines the page shows on paper. */
export interface Printed {
	readonly figures: number;
	readonly rising: number;
	readonly definitions: number;
}

/** Fewer than these are never shown, where there are any. */
const LEAST: Printed = { figures: 1, rising: 1, definitions: 0 };
/** Height between the margins, less than it is: fonts differ from computer to computer. */
const ROOM = 715;
const GAP = 7;
const LINE = 12;
const HEADING = 17;
const ROW = 3;
/** Letters on a line of the page, of titles and notes of half of it, of columns of its tables, and of small print. */
const LETTERS = { page: 103, half: 48, note: 56, name: 36, interval: 16, change: 34, part: 24, small: 108 } as const;

interface Counted {
	readonly part?: keyof Printed;
	readonly count: number;
	readonly height: number;
}

export function printedOf(brief: Brief): Printed {
	const { short, figures, trends, rising, groups, comparison, how, definitions, notices, lang } = brief;
	const all = { figures: figures?.rows.length ?? 0, rising: rising.length, definitions: definitions.length };
	if (figures === null) return all;
	const more = (count: number, of: number) =>
		count === of ? 0 : linesOf(briefTexts(lang).more(whole(of - count, lang)), LETTERS.page) * LINE;
	const first: Forms<Counted>[] = [
		[always(91 + notices.length * 46 + heightOf(notices))],
		[always(HEADING + heightOf(short))],
		counted('figures', all.figures, (n) => HEADING + LINE + rowsOf(figures.rows.slice(0, n)) + more(n, all.figures)),
		[always(chartsOf(trends, 119))],
		counted('rising', all.rising, (n) => HEADING + heightOf(rising.slice(0, n)) + more(n, all.rising))
	];
	const second: Forms<Counted>[] = [
		[always(chartsOf(groups, 148))],
		[always(comparison === null ? 0 : comparisonOf(comparison))],
		counted('definitions', all.definitions, (n) => 40 + smallOf([...how, ...definitions.slice(0, n)]))
	];
	const shown = [first, second].flatMap((parts) => fit(parts, ROOM, GAP));
	const countOf = (part: keyof Printed) =>
		shown.find((one) => one.part === part)?.count ?? Math.min(LEAST[part], all[part]);
	return { figures: countOf('figures'), rising: countOf('rising'), definitions: countOf('definitions') };
}

const always = (height: number) => () => ({ count: 0, height });

/** All of them, and ever fewer. */
function counted(part: keyof Printed, all: number, heightWith: (count: number) => number) {
	const forms = all - Math.min(LEAST[part], all) + 1;
	return Array.from({ length: forms }, (_, i) => () => ({ part, count: all - i, height: heightWith(all - i) }));
}

const linesOf = (text: string, letters: number) => Math.max(1, Math.ceil(text.length / letters));

const heightOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + linesOf(text, LETTERS.page) * LINE, 0);

const smallOf = (texts: readonly string[]) =>
	texts.reduce((sum, text) => sum + linesOf(text, LETTERS.small) * 10.5 + 2, 0);

function rowsOf(rows: readonly (readonly string[])[]): number {
	return rows.reduce((sum, [name = '', , interval = '', , change = '']) => {
		const lines = [linesOf(name, LETTERS.name), linesOf(interval, LETTERS.interval), linesOf(change, LETTERS.change)];
		return sum + Math.max(...lines) * LINE + ROW;
	}, 0);
}

/** Charts beside each other, each between its title and its note. */
function chartsOf(charts: readonly BriefChart[], plot: number): number {
	if (charts.length === 0) return HEADING + LINE;
	const titles = charts.map(({ title }) => linesOf(title, LETTERS.half));
	const notes = charts.map(({ note }) => linesOf(note, LETTERS.note));
	return HEADING + plot + 8 + Math.max(...titles) * 14 + Math.max(...notes) * 11;
}

function comparisonOf({ lead, table }: NonNullable<Brief['comparison']>): number {
	const heights = [table.head, ...table.rows].map(
		(row) => Math.max(...row.map((cell) => linesOf(cell, LETTERS.part))) * LINE + ROW
	);
	return HEADING + heightOf([lead]) + LINE + heights.reduce((sum, height) => sum + height, 0);
}
