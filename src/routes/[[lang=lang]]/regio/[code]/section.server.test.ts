import { describe, expect, it } from 'vitest';
import { Drawing } from '$lib/drawing.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import { eventsView } from './events.server.ts';
import { glanceView } from './glance.server.ts';
import { section } from './section.server.ts';

const groups = [
	{
		attribute: 'age',
		codes: ['jong', 'oud', 'unknown'].map((code) => ({ code, nl: code, en: code }))
	},
	{ attribute: 'event_job_loss', codes: ['0-11', '12-23'].map((code) => ({ code, nl: code, en: code })) }
];

const indicator = (period: string, definition = '1') =>
	({
		...{ spec: 's', period, id: 'arm', tree: 't', unit: 'household', definition, groups, version: 1, status: 'final' },
		...{ label_nl: 'Arm', label_en: 'Poor', description_nl: '', description_en: '', title_nl: 'T', title_en: 'T' },
		...{ published_at: new Date(0), replaces_version: null, replaces_published_at: null, region_vintage: null }
	}) as unknown as Indicator;

/** A figure of 4,000 households, or one with too little to say. */
const figure = (period: string, share: number | null, group = { attribute: '', code: '' }) =>
	({
		...{ spec: 's', indicator: 'arm', region: 'A', period, ...group },
		...(share === null
			? { share, share_se: null, lower: null, upper: null, reliability: 'X' }
			: { share, share_se: 0.002, lower: share - 0.004, upper: share + 0.004, reliability: 'A' }),
		...{ numerator: (share ?? 0) * 4_000, numerator_se: 8, denominator: 4_000, denominator_se: 8 }
	}) as RegionFigure;

const render = () => new Drawing('', false);
const periods = ['2021Q1', '2021Q2', '2021Q3', '2021Q4'];
const question = {
	indicator: indicator('2021Q4'),
	region: { code: 'A', name: 'Aa' },
	compared: undefined,
	figures: periods.map((period) => figure(period, 0.1)),
	change: undefined,
	children: [],
	shown: 0,
	lang: 'nl' as const,
	render
};

describe('what a reader must know before comparing periods', () => {
	it('is nothing where nothing changed', () => {
		const one = section({ ...question, periods: periods.map((period) => indicator(period)) });
		expect([one?.caveats, one?.trend?.hasBreaks, one?.trend?.hasGaps]).toEqual([[], false, false]);
	});

	it('is that another definition holds, from when on, with a mark in the trend', () => {
		const changed = periods.map((period) => indicator(period, period < '2021Q3' ? '1' : '2'));
		const one = section({ ...question, periods: changed });
		expect(one?.caveats).toEqual([
			'Vanaf het derde kwartaal van 2021 geldt versie 2 van de definitie. Vergelijk cijfers van ervoor en erna niet met elkaar.'
		]);
		expect(one?.trend?.input.breaks).toEqual(['2021Q3']);
	});

	it('is that the supply broke here or everywhere, and not that it broke elsewhere', () => {
		const at = (region: string) => ({ period: '2021Q2', region, reason_nl: 'er kwam iets bij.', reason_en: 'more.' });
		const broken = (region: string) =>
			section({ ...question, compared: { code: 'NL', name: 'Land' }, breaks: [at(region)] });
		for (const region of ['A', 'NL'])
			expect(broken(region)?.caveats).toEqual([
				'Vanaf het tweede kwartaal van 2021 is de levering veranderd: er kwam iets bij. Vergelijk cijfers van ervoor en erna niet met elkaar.'
			]);
		expect(broken('B')?.caveats).toEqual([]);
	});

	it('is that a period has too little to say, where the trend then has a gap', () => {
		const figures = periods.map((period) => figure(period, period === '2021Q2' ? null : 0.1));
		const trend = section({ ...question, figures })?.trend;
		expect(trend?.hasGaps).toBe(true);
		expect(trend?.input.missing).toEqual([
			{ period: '2021Q2', label: '2e kwartaal 2021: te weinig om iets over te zeggen' }
		]);
	});
});

it('tells shares after life events in a table of their own, without those too small to tell', () => {
	const after = (code: string, share: number | null) => figure('2021Q4', share, { attribute: 'event_job_loss', code });
	const rows = (figures: readonly RegionFigure[]) => {
		let told: readonly (readonly string[])[] | undefined;
		eventsView({
			...{ indicator: question.indicator, figures, lang: 'nl' as const },
			render: (input) => {
				if (input.kind === 'rows') told = input.rows;
				return render();
			}
		});
		return told;
	};
	expect(rows([after('0-11', 0.2), after('12-23', null)])).toEqual([
		['Baan verloren', '0-11', '20,0%', '19,6%', '20,4%', 'A']
	]);
	expect(rows([after('12-23', null)])).toBeUndefined();
	expect(section({ ...question, figures: [...question.figures, after('0-11', 0.2)] })?.groups).toEqual([]);
});

describe('at a glance', () => {
	const glance = (figures: readonly RegionFigure[], change?: { change: number; is_signal: boolean }) => {
		const one = section({
			...question,
			figures,
			change: change && { previous: '2020Q4', change_se: 0.001, p_rise: 0.99, ...change }
		})!;
		return glanceView({
			...{ sections: [one], watch: [], indicators: [question.indicator] },
			...{ figures, watcher: null, lang: 'nl' }
		});
	};
	const whole = figure('2021Q4', 0.1);
	const group = (code: string, share: number | null) => figure('2021Q4', share, { attribute: 'age', code });

	it('names the groups that are clearly far above everyone, the highest first, and no others', () => {
		expect(glance([whole, group('jong', 0.13), group('oud', 0.2), group('unknown', 0.9)]).whom).toEqual([
			{ id: 's-arm', label: 'Arm', words: 'oud (20,0%) en jong (13,0%)' }
		]);
		// Above, but by less than a quarter; and not told at all.
		expect(glance([whole, group('jong', 0.12), group('oud', null)]).whom).toEqual([]);
	});

	it('names a rise that is more than noise and chance, and no fall', () => {
		expect(glance([whole], { change: 0.02, is_signal: true }).rises).toEqual([
			{ id: 's-arm', label: 'Arm', words: '2,0 procentpunt erbij sinds het vierde kwartaal van 2020.' }
		]);
		expect(glance([whole], { change: 0.02, is_signal: false }).rises).toEqual([]);
		expect(glance([whole], { change: -0.02, is_signal: true }).rises).toEqual([]);
	});
});
