import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderChart } from '../server/render-chart.ts';
import type { BoundaryMapInput } from './boundary-map.ts';
import type { DotRangeInput } from './dot-range.ts';
import type { ChartInput } from './draw.ts';
import { dotsAbove } from './quantile-dots.ts';

const folder = new URL('../../../tests/charts/pictures/', import.meta.url);

const map = (code: string, share: number | null, reliability: 'A' | 'C' | 'D' | 'X') => ({
	code,
	label: `${code}: ${share ?? 'te weinig'}`,
	href: `/regio/${code}`,
	class: share,
	reliability
});

const square = (x: number, y: number) => ({
	type: 'Polygon',
	coordinates: [
		[
			[x, y],
			[x, y + 0.5],
			[x + 0.5, y + 0.5],
			[x + 0.5, y],
			[x, y]
		]
	]
});

const trendPoints = (shares: number[], se: number) =>
	shares.map((share, i) => ({ period: String(2021 + i), share, se, label: `${2021 + i}: ${share}` }));

const slopeEnd = (share: number) => ({
	share,
	lower: share - 0.004,
	upper: share + 0.004,
	words: `${(share * 100).toFixed(1).replace('.', ',')}%`
});
const slopeEnds = (from: number, to: number) => ({ from: slopeEnd(from), to: slopeEnd(to) });

const pictures: Record<string, ChartInput> = {
	'hex-map': {
		kind: 'hex-map',
		tiles: [
			{ ...map('Noord', 4, 'A'), q: 1, r: -1 },
			{ ...map('West', 0, 'C'), q: 0, r: 0 },
			{ ...map('Oost', 2, 'D'), q: 1, r: 0 },
			{ ...map('Zuid', null, 'X'), q: 0, r: 1 }
		]
	},
	'boundary-map': {
		kind: 'boundary-map',
		regions: [
			{ ...map('West', 1, 'A'), geometry: square(4.5, 52) },
			{ ...map('Oost', 3, 'D'), geometry: square(5, 52) },
			{ ...map('Zuid', null, 'X'), geometry: square(4.5, 51.5) }
		]
	},
	trend: {
		kind: 'trend',
		locale: 'nl-NL',
		region: trendPoints([0.071, 0.068, 0.082], 0.004),
		reference: trendPoints([0.07, 0.066, 0.068], 0.0001),
		referenceName: 'Nederland'
	},
	'trend-beside-others': {
		kind: 'trend',
		locale: 'nl-NL',
		region: trendPoints([0.071, 0.068, 0.082], 0.004),
		reference: trendPoints([0.07, 0.066, 0.068], 0.0001),
		referenceName: 'Nederland',
		others: [
			{ name: 'Rotterdam', points: trendPoints([0.09, 0.088, 0.069], 0.004) },
			{ name: 'Noordoostpolder', points: trendPoints([0.05, 0.052, 0.0685], 0.004) }
		]
	},
	slope: {
		kind: 'slope',
		locale: 'nl-NL',
		from: '2022',
		to: '2023',
		rows: [
			{ name: 'Noord', href: '/regio/N', ...slopeEnds(0.068, 0.082), change: 'rise', label: 'Noord: gestegen' },
			{ name: 'Oost', href: '/regio/O', ...slopeEnds(0.07, 0.069), change: 'unclear', label: 'Oost: geen verschil' },
			{
				name: 'Zuidelijk Ommeland',
				href: '/regio/Z',
				...slopeEnds(0.0705, 0.055),
				change: 'fall',
				label: 'Zuid: gedaald'
			}
		]
	},
	'small-multiples': {
		kind: 'small-multiples',
		locale: 'nl-NL',
		reference: trendPoints([0.07, 0.066, 0.068], 0.0001),
		series: ['Noord', 'Oost', 'Zuid', 'West', 'Midden'].map((name, i) => ({
			name,
			href: `/regio/${name}`,
			points: trendPoints([0.071, 0.068, 0.06 + 0.01 * i], 0.003 + 0.001 * i),
			label: `${name}: ${6 + i}%`
		}))
	},
	'quantile-dots': {
		kind: 'quantile-dots',
		locale: 'nl-NL',
		share: 0.074,
		se: 0.004,
		reference: 0.07,
		referenceName: 'Nederland',
		label: '17 van de 20 stippen boven Nederland'
	},
	'dot-range': {
		kind: 'dot-range',
		locale: 'nl-NL',
		reference: 0.07,
		tooSmall: 'te weinig om iets over te zeggen',
		rows: [
			{ name: 'Eenoudergezin', share: 0.16, lower: 0.14, upper: 0.18, reliability: 'A', label: '16%' },
			{ name: 'Paar', share: 0.03, lower: 0.01, upper: 0.05, reliability: 'C', label: '3%' },
			{ name: 'Overig', share: null, lower: null, upper: null, reliability: 'X', label: 'te weinig' }
		]
	},
	'in-or-out': {
		kind: 'in-or-out',
		locale: 'nl-NL',
		counted: 'met u',
		left: 'zonder u',
		axis: 'gepubliceerd aantal',
		chances: [0.05, 0.2, 0.3, 0.25, 0.15, 0.05].map((counted, i, all) => ({
			published: i + 2,
			counted,
			left: all[(i + 1) % 6]!,
			label: `${i + 2}`
		}))
	},
	calibration: {
		kind: 'calibration',
		locale: 'nl-NL',
		stated: 'gezegd',
		realised: 'kwam uit',
		bins: [
			{ stated: 0.03, realised: 0.04, count: 900, label: '3% gezegd, 4% kwam uit' },
			{ stated: 0.35, realised: 0.31, count: 80, label: '35% gezegd, 31% kwam uit' },
			{ stated: 0.92, realised: 1, count: 12, label: '92% gezegd, 100% kwam uit' }
		]
	},
	'event-study': {
		kind: 'event-study',
		locale: 'nl-NL',
		event: 'gebeurtenis',
		points: [
			{ k: -2, difference: 0.002, lower: -0.01, upper: 0.014, label: '2 jaar ervoor: 0,2 procentpunt' },
			{ k: -1, difference: 0, lower: 0, upper: 0, label: '1 jaar ervoor' },
			{ k: 0, difference: 0.031, lower: 0.02, upper: 0.042, label: 'het jaar zelf: 3,1 procentpunt' },
			{ k: 1, difference: 0.05, lower: 0.036, upper: 0.064, label: '1 jaar erna: 5 procentpunt' }
		]
	},
	'watch-trend': {
		kind: 'watch-trend',
		locale: 'nl-NL',
		against: 'nation',
		levels: [
			{ period: '2023Q3', level: 1.02, sd: 0.05, label: '2023Q3: 1,02' },
			{ period: '2023Q4', level: 1.1, sd: 0.06, label: '2023Q4: 1,1' },
			{ period: '2024Q1', level: 1.31, sd: 0.08, label: '2024Q1: 1,31' }
		],
		published: [
			{ period: '2023Q2', value: 0.97 },
			{ period: '2023Q3', value: 1.08 },
			{ period: '2023Q4', value: -0.02 },
			{ period: '2024Q1', value: 1.42 }
		],
		breaks: ['2024Q1', '2030Q1']
	}
};

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
