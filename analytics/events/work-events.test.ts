import { it } from 'vitest';
import { businessStart } from './business-start.ts';
import { businessTrouble } from './business-trouble.ts';
import { disability } from './disability.ts';
import { jobLoss } from './job-loss.ts';
import { retirement } from './retirement.ts';
import { socialAssistanceStart } from './social-assistance-start.ts';
import { study } from './study.ts';
import { expectValues, type Case } from './test-support/cases.ts';
import { dayBefore, keyOf, type TinyLife } from './test-support/tiny-lives.ts';

/** A life of categories, each up to the day before the next. */
function works(...turns: readonly (readonly [category: string, start: string])[]): TinyLife {
	return {
		works: turns.map(([category, start], i) => {
			const next = turns[i + 1]?.[1];
			return next === undefined ? [category, start] : [category, start, dayBefore(next)];
		})
	};
}

it.each([
	['job loss', jobLoss, '11', '21', 'not_applicable', {}],
	['from work to social assistance', socialAssistanceStart, '11', '22', 'not_applicable', {}],
	['a business in trouble', businessTrouble, '13', '22', 'not_applicable', {}],
	['starting a business', businessStart, '11', '13', 'none', {}],
	['disability', disability, '11', '24', 'none', {}],
	['retirement', retirement, '11', '25', 'none', { born: '19580101' }],
	['starting to study', study, '11', '26', 'none', { born: '20020101' }]
] as const)('%s counts in the months since', async (_name, event, from, to, tooLongAgo, life) => {
	const at = (date: string) => ({ ...life, ...works([from, '20100101'], [to, date]) });
	await expectValues(event, [
		['on the day itself', at('20231231'), '0-11'],
		['11 months ago', at('20230101'), '0-11'],
		['12 months ago', at('20221231'), '12-23'],
		['23 months ago', at('20220101'), '12-23'],
		['24 months ago', at('20211231'), '24-35'],
		['35 months ago', at('20210101'), '24-35'],
		['36 months ago', at('20201231'), tooLongAgo],
		['after the date', at('20240101'), 'none'],
		['never', { ...life, ...works([from, '20100101']) }, 'none'],
		[
			'twice',
			{ ...life, ...works([from, '20100101'], [to, '20210401'], [from, '20210601'], [to, '20220401']) },
			'12-23'
		]
	]);
});

const employed = ['11', '20100101', '20220331'] as const;

const followed: readonly Case[] = [
	['31 days later', { works: [employed, ['21', '20220501']] }, '12-23'],
	[
		'31 days after what ended before the three years',
		{
			works: [
				['11', '20100101', '20201201'],
				['21', '20210101']
			]
		},
		'24-35'
	],
	['32 days later', { works: [employed, ['21', '20220502']] }, 'none'],
	[
		'overlapping',
		{
			works: [
				['11', '20100101'],
				['21', '20220501']
			]
		},
		'12-23'
	],
	[
		'both registered twice',
		{ works: [employed, employed, ['21', '20220401'], ['21', '20220401', '20220630']] },
		'12-23'
	],
	['first seen with another end', { works: [['11', '20100101', '20211231'], employed, ['21', '20220401']] }, '12-23'],
	[
		'begun on one day',
		{
			works: [
				['11', '20220401'],
				['21', '20220401']
			]
		},
		'none'
	],
	['between other spells', { works: [employed, ['24', '20220401', '20220430'], ['21', '20220501']] }, 'none'],
	['started on no day', { works: [employed, ['21', '2022']] }, 'none'],
	['started on a day that the calendar lacks', { works: [employed, ['21', '20220431']] }, 'none'],
	[
		'ended on no day',
		{
			works: [
				['11', '20100101', 'unknown!'],
				['21', '20220401']
			]
		},
		'12-23'
	],
	['of no category', { works: [employed, ['', '20220401', '20220430'], ['21', '20220501']] }, 'none'],
	['no spell', {}, 'not_applicable'],
	[
		'never employed',
		{
			works: [
				['13', '20100101'],
				['21', '20220401']
			]
		},
		'not_applicable'
	],
	['to other support', { works: [employed, ['23', '20220401']] }, '12-23'],
	['to no income', { works: [employed, ['32', '20220401']] }, '12-23'],
	['to a pension', { works: [employed, ['25', '20220401']] }, 'none']
];

it('job loss is a change from employee that follows', async () => {
	await expectValues(jobLoss, followed);
	const extra = {
		SECM2023BUSV1: followed.map((_, i) => ({
			RINPERSOONS: 'S',
			RINPERSOON: keyOf(i + 1),
			SECM: '21',
			AANVSECM: '20230601',
			EINDSECM: '88888888'
		}))
	};
	await expectValues(jobLoss, followed, { extra });
});

it('social assistance counts straight after work only', async () => {
	await expectValues(socialAssistanceStart, [
		['after unemployment benefit', works(['11', '20100101'], ['21', '20220401'], ['22', '20220701']), 'none'],
		['from a business', works(['13', '20100101'], ['22', '20220401']), 'not_applicable']
	]);
});

it('a business starts after anything but self-employment', async () => {
	await expectValues(businessStart, [
		['from one kind to another', works(['13', '20100101'], ['12', '20220401'], ['14', '20230401']), 'none'],
		['from school, young', { born: '20060601', ...works(['31', '20060601'], ['14', '20230401']) }, '0-11'],
		['too young', { born: '20060601', ...works(['31', '20060601']) }, 'not_applicable'],
		['too old', { born: '19561231', ...works(['25', '20230101']) }, 'not_applicable'],
		['of unknown age', { born: '----', ...works(['11', '20100101']) }, null]
	]);
});

it('a study starts with a change of category, or away from home', async () => {
	const away: TinyLife = {
		born: '20020101',
		lives: [
			['H 5 1', '20020101', '20220831'],
			['own 1 2', '20220901']
		]
	};
	await expectValues(study, [
		['from school with to school without income', works(['26', '20100101'], ['31', '20220401']), 'not_applicable'],
		['home left as a student', { ...away, ...works(['31', '20020101']) }, '12-23'],
		['home left as an employee', { ...away, ...works(['31', '20020101'], ['11', '20210101']) }, 'none'],
		[
			'home left as an employee, student later that year',
			{ ...away, ...works(['11', '20180101'], ['31', '20221101']) },
			'12-23'
		],
		['first spell of all', { born: '20020101', ...works(['31', '20220401']) }, 'none'],
		['35 years old', { born: '19881231' }, 'not_applicable'],
		['34 years old', { born: '19890101' }, 'none']
	]);
});

const entrepreneur = works(['13', '20100101']);

it('a business is in trouble by social assistance for the self-employed', async () => {
	await expectValues(businessTrouble, [
		['code 14', { ...entrepreneur, assisted: [['14', '20220401']] }, '12-23'],
		['code 20, without a business', { assisted: [['20', '20230401', '20230430']] }, '0-11'],
		['another code', { ...entrepreneur, assisted: [['01', '20220401']] }, 'none'],
		['36 months ago', { ...entrepreneur, assisted: [['14', '20201231']] }, 'none'],
		['to sickness benefit', works(['13', '20100101'], ['24', '20220401']), 'none'],
		['other self-employed', works(['14', '20100101'], ['22', '20220401']), 'not_applicable']
	]);
});

it('a business is in trouble when its income falls below half', async () => {
	const earned = (...amounts: [number, number, number, number]) => ({
		earned: { 2020: amounts[0], 2021: amounts[1], 2022: amounts[2], 2023: amounts[3] }
	});
	await expectValues(businessTrouble, [
		['below half', { ...entrepreneur, ...earned(10, 10, 10, 4) }, '0-11'],
		['half', { ...entrepreneur, ...earned(10, 10, 10, 5) }, 'none'],
		['to a loss, long ago', { ...entrepreneur, ...earned(10, -5, 10, 10) }, '24-35'],
		['after a loss', { ...entrepreneur, ...earned(-10, -30, -60, -99) }, 'none'],
		['twice', { ...entrepreneur, ...earned(100, 40, 10, 10) }, '12-23'],
		['missing now', { ...entrepreneur, ...earned(100, 100, 100, 9_999_999_999) }, 'none'],
		['missing before', { ...entrepreneur, ...earned(100, 100, 9_999_999_999, 10) }, 'none'],
		['of an employee', { ...works(['11', '20100101']), ...earned(100, 100, 100, 10) }, 'not_applicable'],
		['of who retired', { ...works(['13', '20100101'], ['25', '20230301']), ...earned(100, 100, 100, 10) }, 'none'],
		['of who began', { ...works(['11', '20100101'], ['13', '20230301']), ...earned(100, 100, 100, 10) }, 'none']
	]);
});

it('trouble in years of which there are no files is unknown', async () => {
	const cases: readonly Case[] = [
		['no trouble', entrepreneur, null],
		['no business', works(['11', '20100101']), null],
		['trouble', { ...entrepreneur, assisted: [['14', '20230401']] }, '0-11']
	];
	await expectValues(businessTrouble, cases, { years: [2023] });
	await expectValues(businessTrouble, cases, { years: [2021, 2022, 2023] });
});
