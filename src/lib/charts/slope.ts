import * as Plot from '@observablehq/plot';
import { axisName, roomFor } from './period-axis.ts';
import { spread } from './spread.ts';

/** A share in one of the two periods, as fractions of 1; `words` is the share as it is written beside its dot. */
export interface SlopeEnd {
	readonly share: number;
	readonly lower: number;
	readonly upper: number;
	readonly words: string;
}

export interface SlopeRow {
	readonly name: string;
	/** Its own page, for a region. */
	readonly href?: string;
	readonly from: SlopeEnd;
	readonly to: SlopeEnd;
	/** What is at least 90 % likely, given the noise of both. */
	readonly change: 'rise' | 'fall' | 'unclear';
	/** The change in words. */
	readonly label: string;
}

export interface SlopeInput {
	readonly kind: 'slope';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	readonly from: string;
	readonly to: string;
	readonly rows: readonly SlopeRow[];
}

const MARGIN = { top: 30, right: 170, bottom: 12, left: 50 };
/** Height of a label, and of the chart for each row: labels that stay near their dots are easier to follow. */
const LABEL = 17;
const ROW = 27;
const LEAST = 220;
/** With more rows than this, intervals of changes that may be noise would hide all others. */
const FEW = 6;
/** Room that a share takes before a name, and that each letter takes. */
const WORDS = 56;
const LETTER = 6.6;

/**
 * One line per row from one period to another, each end on its 95 % interval. Only a change that is at least 90 % likely has
 * colour; what may be noise is grey.
 */
export function slope({ rows, from, to, locale, width = 440 }: SlopeInput): Plot.PlotOptions {
	const marginRight = Math.min(MARGIN.right, Math.round(width * 0.48));
	const letters = Math.floor((marginRight - WORDS) / LETTER);
	const tickFormat = (period: string) => axisName(period, locale);
	const marginTop = MARGIN.top + roomFor([from, to], locale);
	const height = Math.max(LEAST, rows.length * ROW + marginTop + MARGIN.bottom);
	const ends = rows.flatMap((row) => [row.from, row.to]);
	const low = Math.min(...ends.map((end) => end.lower));
	const high = Math.max(low + 0.001, ...ends.map((end) => end.upper));
	const room: [number, number] = [marginTop, height - MARGIN.bottom];
	const pixel = (share: number) => room[1] - ((share - low) / (high - low)) * (room[1] - room[0]);
	const shareAt = (y: number) => low + ((room[1] - y) / (room[1] - room[0])) * (high - low);
	const placesOf = (shares: readonly number[]) => spread(shares.map(pixel), LABEL, room).map(shareAt);
	const left = placesOf(rows.map((row) => row.from.share));
	const right = placesOf(rows.map((row) => row.to.share));
	const marked = [...rows].sort((a, b) => Number(a.change !== 'unclear') - Number(b.change !== 'unclear'));
	const barred = rows.length <= FEW ? marked : marked.filter((row) => row.change !== 'unclear');
	const stroke = (row: SlopeRow) => colours[row.change];
	return {
		width,
		height,
		marginTop,
		marginRight,
		marginBottom: MARGIN.bottom,
		marginLeft: MARGIN.left,
		x: {
			type: 'point',
			domain: [from, to],
			axis: 'top',
			label: null,
			tickSize: 0,
			padding: 0,
			tickFormat
		},
		y: { domain: [low, high], axis: null },
		marks: [
			Plot.ruleX([from, to], { stroke: 'var(--line)' }),
			...([from, to] as const).map((period, side) =>
				Plot.ruleX(barred, {
					x: () => period,
					y1: (row: SlopeRow) => (side === 0 ? row.from : row.to).lower,
					y2: (row: SlopeRow) => (side === 0 ? row.from : row.to).upper,
					stroke,
					strokeWidth: 5,
					strokeOpacity: 0.3,
					className: 'interval'
				})
			),
			...([from, to] as const).map((period, side) =>
				Plot.dot(marked, {
					x: () => period,
					y: (row: SlopeRow) => (side === 0 ? row.from : row.to).share,
					r: 4,
					fill: stroke,
					className: 'value'
				})
			),
			Plot.text(rows, {
				x: () => from,
				y: (_: SlopeRow, i: number) => left[i]!,
				text: (row: SlopeRow) => row.from.words,
				textAnchor: 'end',
				dx: -9,
				fill: colourOf
			}),
			Plot.text(rows, {
				x: () => to,
				y: (_: SlopeRow, i: number) => right[i]!,
				text: (row: SlopeRow) => `${row.to.words} ${short(row.name, letters)}`,
				textAnchor: 'start',
				dx: 9,
				fill: colourOf
			}),
			Plot.link(marked, {
				x1: () => from,
				y1: (row: SlopeRow) => row.from.share,
				x2: () => to,
				y2: (row: SlopeRow) => row.to.share,
				stroke,
				strokeWidth: (row: SlopeRow) => (row.change === 'unclear' ? 1.25 : 2.5),
				className: 'line'
			}),
			// A line is thin: a wide one that cannot be seen answers to the pointer.
			Plot.link(marked, {
				x1: () => from,
				y1: (row: SlopeRow) => row.from.share,
				x2: () => to,
				y2: (row: SlopeRow) => row.to.share,
				stroke: 'transparent',
				strokeWidth: 14,
				pointerEvents: 'stroke',
				title: 'label',
				...(rows.some((row) => row.href !== undefined) && { href: 'href' }),
				className: 'hit'
			})
		]
	};
}

const colourOf = (row: SlopeRow) => (row.change === 'unclear' ? 'currentColor' : colours[row.change]);

const colours = { rise: 'var(--warn)', fall: 'var(--mark)', unclear: 'var(--muted)' } as const;

const short = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);
