import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { map, pictures } from '../../../tests/charts/inputs.ts';
import { renderChart } from '../server/render-chart.ts';
import type { BoundaryMapInput } from './boundary-map.ts';
import type { DotRangeInput } from './dot-range.ts';
import { dotsAbove } from './quantile-dots.ts';
import type { SmallMultiplesInput } from './small-multiples.ts';
import type { TrendInput } from './trend.ts';
import type { WatchTrendInput } from './watch-trend.ts';

const folder = new URL('../../../tests/charts/pictures/', import.meta.url);

describe.each(Object.entries(pictures))('%s', (name, input) => {
	const svg = renderChart(input);

	// UPDATE_PICTURES=1 writes the pictures anew; look at them before committing.
	it('looks like its committed picture', () => {
		const file = new URL(`${name}.svg`, folder);
		const picture = `${svg.replaceAll('><', '>\n<')}\n`;
		if (process.env.UPDATE_PICTURES === '1') {
			mkdirSync(folder, { recursive: true });
			writeFileSync(file, picture);
		}
		expect(picture).toBe(readFileSync(file, 'utf8'));
	});

	it('holds nothing that the content security policy refuses', () => {
		expect(svg).not.toMatch(/<style|style=|<script|\son\w+=|<image|<foreignObject/);
	});

	it('has no name on an element that may not carry one', () => {
		expect(svg).not.toMatch(/<(g|text|path|circle|line)[^>]*aria-label/);
	});
});

it('names each region of a map, links to it, and leaves the tab key alone', () => {
	const svg = renderChart(pictures['hex-map']!);
	const links = svg.match(/<a [^>]*>/g) ?? [];
	expect(links).toHaveLength(4);
	for (const link of links) {
		expect(link).toMatch(/href="\/regio\/\w+"/);
		expect(link).toContain('tabindex="-1"');
	}
	expect(svg.match(/<a [^>]*><title>\w+: [^<]+<\/title>/g)).toHaveLength(4);
});

it('hatches uncertain regions and only those', () => {
	const svg = renderChart(pictures['hex-map']!);
	const hatched = svg.slice(svg.indexOf('url(#hatch)'));
	expect(hatched.match(/<use/g)).toHaveLength(2);
});

it('colours by value and hatches by reliability on true boundaries as on tiles', () => {
	const svg = renderChart(pictures['boundary-map']!);
	for (const fill of ['var(--map-2)', 'var(--map-4)', 'var(--map-none)']) expect(svg).toContain(`fill="${fill}"`);
	// Of the three regions one has letter D; the one without a share is empty, not hatched.
	expect(svg.slice(svg.indexOf('class="unsure"')).match(/<(path|use) /g)).toHaveLength(1);
});

/** The marks of one class, as text. */
const groupOf = (svg: string, name: string) =>
	new RegExp(`<g [^>]*class="${name}"[^>]*>(.*?)</g>`).exec(svg)?.[1] ?? '';

it('gives colour to a change only where it is at least 90 % likely', () => {
	const lines = groupOf(renderChart(pictures.slope!), 'line');
	for (const colour of ['--warn', '--mark', '--muted']) expect(lines.split(`var(${colour})`)).toHaveLength(2);
});

it('leads from each line of a slope and each panel to its region', () => {
	for (const [name, count] of [
		['slope', 3],
		['small-multiples', 5]
	] as const) {
		const links = renderChart(pictures[name]!).match(/<a (tabindex="-1" )?href="\/regio\/[^"]+"[^>]*><title>/g);
		expect(links).toHaveLength(count);
	}
});

/** Pieces of the lines or bands of one class. */
const piecesOf = (svg: string, name: string) =>
	[...groupOf(svg, name).matchAll(/ d="([^"]*)"/g)].map(([, d = '']) => d.split('M').length - 1);

it('draws no line and no band across a period without a figure', () => {
	const gap = renderChart(pictures['trend-with-gap']!);
	expect(piecesOf(gap, 'own')).toEqual([3]);
	expect(piecesOf(gap, 'band-95')).toEqual([3]);
	// The country lacks two quarters, one of which the region has.
	expect(piecesOf(gap, 'reference')).toEqual([2]);
	expect(piecesOf(renderChart(pictures.trend!), 'own')).toEqual([1]);
	expect(groupOf(gap, 'hit').match(/te weinig/g)).toHaveLength(2);

	const watch = pictures['watch-trend'] as WatchTrendInput;
	const levels = watch.levels.filter(({ period }) => period !== '2023Q4');
	expect(piecesOf(renderChart({ ...watch, levels }), 'own')).toEqual([2]);
	expect(piecesOf(renderChart(watch), 'own')).toEqual([1]);

	const panels = pictures['small-multiples'] as SmallMultiplesInput;
	const [first, ...others] = panels.series;
	const holed = { ...first!, points: first!.points.filter(({ period }) => period !== '2022') };
	expect(piecesOf(renderChart({ ...panels, series: [holed, ...others] }), 'own')).toEqual([2]);
	expect(piecesOf(renderChart(panels), 'own')).toEqual([1]);
});

it('names the country in full at the end of its line, on the narrowest phone too', () => {
	const names = (name: string) => {
		const svg = renderChart({ ...(pictures[name] as TrendInput), width: 250, referenceName: 'the Netherlands' });
		// What is cut stands in full in a title.
		const drawn = svg.replaceAll(/<title>.*?<\/title>/g, '');
		return drawn.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
	};
	for (const name of ['trend', 'trend-beside-others']) expect(names(name)).toContain('the Netherlands');
});

it('breaks the words in the place of a share where a phone has no room for them', () => {
	const linesAt = (width: number) => {
		const svg = renderChart({ ...(pictures['dot-range'] as DotRangeInput), width });
		const text = /<text[^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)+|te weinig[^<]*)<\/text>/.exec(svg)?.[1] ?? '';
		return { lines: text.split(/<[^>]*>/).filter((line) => line !== ''), height: /height="(\d+)"/.exec(svg)?.[1] };
	};
	expect(linesAt(440).lines).toEqual(['te weinig om iets over te zeggen']);
	const { lines, height } = linesAt(250);
	expect(lines.join(' ')).toBe('te weinig om iets over te zeggen');
	// 74 pixels, in which a letter takes some six.
	for (const line of lines) expect(line.length).toBeLessThanOrEqual(12);
	expect(Number(height)).toBeGreaterThan(3 * 12 * lines.length);
});

it('fills the dots above the whole, twenty in all', () => {
	const dots = groupOf(renderChart(pictures['quantile-dots']!), 'value');
	expect(dots.match(/<circle /g)).toHaveLength(20);
	// (0.07 - 0.074) / 0.004 is -1: three of the twenty quantiles lie below it.
	expect(dots.match(/fill="var\(--surface\)"/g)).toHaveLength(3);
	expect(dotsAbove(0.074, 0.004, 0.07)).toBe(17);
});

it('states the shape of a tile once', () => {
	const svg = renderChart(pictures['hex-map']!);
	expect(svg.match(/ d="/g)).toHaveLength(1);
	expect(svg.match(/<use [^>]*href="#shape-\w+"/g)).toHaveLength(6);
});

it('keeps the line of reference away from words in the place of a share', () => {
	const input = pictures['dot-range']! as DotRangeInput;
	const segments = (rows: DotRangeInput['rows']) => {
		const [, lines = ''] = /stroke-dasharray="4 3"[^>]*>(.*?)<\/g>/.exec(renderChart({ ...input, rows })) ?? [];
		return lines.match(/<line /g)?.length ?? 0;
	};
	expect(segments(input.rows)).toBe(2);
	expect(segments(input.rows.slice(2))).toBe(0);
});

it('draws a region as the same part of the map whichever way round its ring runs', () => {
	const input = pictures['boundary-map']! as BoundaryMapInput;
	const turned = input.regions.map((region) => {
		const rings = region.geometry.coordinates as number[][][];
		return { ...region, geometry: { ...region.geometry, coordinates: rings.map((ring) => [...ring].reverse()) } };
	});
	const boxes = (svg: string) =>
		(svg.match(/ d="[^"]+"/g) ?? []).map((path) => {
			let [x, y] = [0, 0];
			const points = [...path.matchAll(/([Ml ])(-?[\d.]+),(-?[\d.]+)/g)].map(([, command, a, b]) => {
				[x, y] = command === 'M' ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
				return [x.toFixed(0), y.toFixed(0)].join();
			});
			return [...new Set(points)].sort();
		});
	expect(boxes(renderChart({ ...input, regions: turned }))).toEqual(boxes(renderChart(input)));
	expect(boxes(renderChart(input)).map((corners) => corners.length)).toEqual([4, 4, 4]);
});

it('escapes names', () => {
	const svg = renderChart({ kind: 'hex-map', tiles: [{ ...map('x"><script>', 1, 'A'), q: 0, r: 0 }] });
	expect(svg).toContain('<title>x"&gt;&lt;script&gt;');
	expect(svg).not.toContain('x">');
});
