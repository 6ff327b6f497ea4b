import { expect, it } from 'vitest';
import type { ChartInput } from '../charts/draw.ts';
import { renderChart } from './render-chart.ts';

// A drawing stands in the page as it is: whatever a region or a group is called, it stays text.

const name = `</text></svg><script>alert(1)</script>" onload="alert(1)' <img src=x onerror=alert(1)> &quot; &lt;`;
const points = [0.05, 0.07, 0.06].map((share, i) => ({ period: String(2021 + i), share, se: 0.004, label: name }));
const end = (share: number) => ({ share, lower: share - 0.01, upper: share + 0.01, words: name });
const named = { name, href: `/regio/${name}`, label: name };

const drawings: ChartInput[] = [
	{
		kind: 'hex-map',
		tiles: [{ code: name, label: name, href: named.href, class: 1, reliability: 'A', q: 0, r: 0 }]
	},
	{
		kind: 'trend',
		locale: 'nl-NL',
		region: points,
		reference: points,
		referenceName: name,
		others: [{ name, points }]
	},
	{
		kind: 'dot-range',
		locale: 'nl-NL',
		rows: [
			{ ...named, words: name, share: 0.07, lower: 0.05, upper: 0.09, reliability: 'A' },
			{ ...named, words: name, name: `${name}2`, share: null, lower: null, upper: null, reliability: 'X' }
		],
		reference: 0.06
	},
	{
		kind: 'slope',
		locale: 'nl-NL',
		from: name,
		to: `${name}2`,
		rows: [{ ...named, from: end(0.05), to: end(0.09), change: 'rise' }]
	},
	{ kind: 'small-multiples', locale: 'nl-NL', reference: points, series: [{ ...named, points }] },
	{ kind: 'quantile-dots', locale: 'nl-NL', share: 0.07, se: 0.01, reference: 0.06, referenceName: name, label: name }
];

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>/g;
const DRAWN = [
	'a',
	'circle',
	'clipPath',
	'defs',
	'g',
	'line',
	'path',
	'pattern',
	'rect',
	'svg',
	'text',
	'title',
	'tspan'
];
const REPEATED = 'use';

it.each(drawings)('a name is text in $kind', (input) => {
	const svg = renderChart(input);
	expect(svg).toContain('&lt;script&gt;');
	const tags = [...svg.matchAll(TAG)];
	expect(tags.length).toBeGreaterThan(3);
	for (const [, , tag, attributes] of tags) {
		if (tag === REPEATED) expect(attributes).toMatch(/\shref="#[\w-]+"/);
		else expect(DRAWN).toContain(tag);
		expect(attributes).not.toMatch(/\son\w+="/);
	}
	expect(svg.replace(TAG, '')).not.toMatch(/[<>]/);
});
