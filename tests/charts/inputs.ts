import type { ChartInput } from '../../src/lib/charts/draw.ts';

export const map = (code: string, share: number | null, reliability: 'A' | 'C' | 'D' | 'X') => ({
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

const quarterPoints = (shares: Readonly<Record<string, number>>, se: number) =>
	Object.entries(shares).map(([period, share]) => ({ period, share, se, label: `${period}: ${share}` }));

const slopeEnd = (share: number) => ({
	share,
	lower: share - 0.004,
	upper: share + 0.004,
	words: `${(share * 100).toFixed(1).replace('.', ',')}%`
});
const slopeEnds = (from: number, to: number) => ({ from: slopeEnd(from), to: slopeEnd(to) });

/** An input of each kind of chart, by the name of its committed picture. */
export const pictures: Record<string, ChartInput> = {
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
	'trend-with-gap': {
		kind: 'trend',
		locale: 'nl-NL',
		region: quarterPoints(
			{ '2023Q1': 0.071, '2023Q2': 0.068, '2023Q4': 0.075, '2024Q2': 0.082, '2024Q3': 0.08 },
			0.004
		),
		missing: ['2023Q3', '2024Q1'].map((period) => ({ period, label: `${period}: te weinig om iets over te zeggen` })),
		reference: quarterPoints(
			{ '2023Q1': 0.066, '2023Q2': 0.067, '2023Q3': 0.066, '2024Q2': 0.068, '2024Q3': 0.069 },
			0.0001
		),
		referenceName: 'Nederland',
		breaks: ['2024Q2', '2030Q1']
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
		rows: [
			{ name: 'Eenoudergezin', share: 0.16, lower: 0.14, upper: 0.18, reliability: 'A', words: '16%', label: '16%' },
			{ name: 'Paar', share: 0.03, lower: 0.01, upper: 0.05, reliability: 'C', words: '3%', label: '3%' },
			{
				name: 'Overig',
				share: null,
				lower: null,
				upper: null,
				reliability: 'X',
				words: 'te weinig om iets over te zeggen',
				label: 'te weinig'
			},
			{
				name: 'Anders',
				share: null,
				lower: 0,
				upper: 0.04,
				reliability: 'D',
				words: 'minder dan 4%',
				label: 'minder dan 4%'
			}
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
