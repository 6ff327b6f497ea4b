import { it } from 'vitest';
import { child } from './child.ts';
import { entrepreneurDied } from './entrepreneur-died.ts';
import { incomeDrop } from './income-drop.ts';
import { movedOut } from './moved-out.ts';
import { newcomer } from './newcomer.ts';
import { partnerDied } from './partner-died.ts';
import { separation } from './separation.ts';
import { singleParent } from './single-parent.ts';
import { expectValues, type Case } from './test-support/cases.ts';
import { dayBefore, type TinyLife } from './test-support/tiny-lives.ts';
import { turned18 } from './turned-18.ts';

const DATES = [
	['20231231', '0-11'],
	['20230101', '0-11'],
	['20221231', '12-23'],
	['20220101', '12-23'],
	['20211231', '24-35'],
	['20210101', '24-35']
] as const;

/** Dates just inside and outside the months that values name. */
function windows(at: (date: string) => TinyLife, tooLongAgo: string, after = 'none'): Case[] {
	return [
		...DATES.map(([date, value]): Case => [date, at(date), value]),
		['36 months ago', at('20201231'), tooLongAgo],
		['after the date', at('20240101'), after]
	];
}

/** Who lived in one way, and then from some day in another. */
function lives(before: string, after: string, date: string): TinyLife {
	return {
		lives: [
			[before, '20150101', dayBefore(date)],
			[after, date]
		]
	};
}

it('turning 18 follows from the date of birth', async () => {
	const cases = DATES.map(([date, value]): Case => [date, { born: String(Number(date) - 180_000) }, value]);
	await expectValues(turned18, [
		...cases,
		['21 years old', { born: '20021231' }, 'none'],
		['29 years old', { born: '19940101' }, 'none'],
		['30 years old', { born: '19931231' }, 'not_applicable'],
		['17 years old', { born: '20060101' }, 'not_applicable'],
		['on 29 February', { born: '20040229' }, '12-23'],
		['of unknown age', { born: '----' }, null]
	]);
});

it('a child counts by its birth, in a household with it', async () => {
	await expectValues(child, [
		...DATES.map(([date, value]): Case => [date, { born: date, lives: [['own 6 1', date]] }, value]),
		['36 months ago', { born: '20201231', lives: [['own 6 1', '20201231']] }, 'not_applicable'],
		['49 years old', { born: '19740101' }, 'none'],
		['50 years old', { born: '19731231' }, 'not_applicable'],
		['18 years old', { born: '20051231' }, 'none'],
		['18 years old, at home', { born: '20051231', lives: [['own 6 1', '20100101']] }, 'not_applicable'],
		['a young reference person', { born: '20220101' }, 'not_applicable'],
		['of unknown age', { born: '----' }, null]
	]);
});

it('partners separate by divorce', async () => {
	const ended = (date: string, reason: string): TinyLife => ({ married: [[`99 ${reason}`, '20100101', date]] });
	await expectValues(separation, [
		...windows((date) => ended(date, 'S'), 'not_applicable'),
		['by death', ended('20220401', 'O'), 'none'],
		['still married', { married: [['99', '20100101']] }, 'none'],
		['ended on no day', ended('2022', 'S'), 'none'],
		[
			'married again',
			{
				married: [
					['99 S', '20100101', '20210401'],
					['98', '20220401']
				]
			},
			'24-35'
		],
		[
			'registered twice',
			{
				married: [
					['99 S', '20100101', '20210401'],
					['99 S', '20100101', '20210401']
				]
			},
			'24-35'
		],
		['never married', {}, 'not_applicable']
	]);
});

it('unmarried partners separate by living apart', async () => {
	await expectValues(separation, [
		...windows((date) => lives('H 2 3', 'own 1 2', date), 'not_applicable'),
		['with children', lives('H 4 5', 'own 6 7', '20220401'), '12-23'],
		['back to the parents', lives('H 2 3', 'own 6 1', '20220401'), 'none'],
		['to an institution', lives('H 2 3', 'own 8 10', '20220401'), 'none'],
		['married in between', lives('H 3 4', 'own 1 2', '20220401'), 'none'],
		['grandmother of the couple', lives('H 4 9', 'own 1 2', '20220401'), 'not_applicable'],
		[
			'gone for a year',
			{
				lives: [
					['H 2 3', '20150101', '20210331'],
					['own 1 2', '20220401']
				]
			},
			'none'
		]
	]);
});

it('a parent goes on alone', async () => {
	await expectValues(singleParent, [
		...windows((date) => lives('H 5 6', 'own 6 7', date), 'not_applicable'),
		['unmarried', lives('H 4 5', 'own 6 7', '20220401'), '12-23'],
		['without children', lives('H 5 6', 'own 1 2', '20220401'), 'none'],
		['was alone', lives('H 1 2', 'own 6 7', '20220401'), 'not_applicable'],
		['child of the parents', lives('H 5 1', 'own 6 1', '20220401'), 'not_applicable']
	]);
});

it('the home of the parents is left from the age of 16', async () => {
	const left = (date: string): TinyLife => ({ born: '20000615', ...lives('H 5 1', 'own 1 2', date) });
	await expectValues(movedOut, [
		...windows(left, 'not_applicable'),
		['still at home', { born: '20000615', lives: [['own 5 1', '20000615']] }, 'none'],
		['at 15', { ...left('20220614'), born: '20060615' }, 'none'],
		['at 16', { ...left('20220615'), born: '20060615' }, '12-23'],
		['15 years old', { born: '20080101', lives: [['own 5 1', '20080101']] }, 'not_applicable'],
		['at an unknown age', { ...left('20220615'), born: '----' }, null],
		['never seen there', { born: '20000615' }, 'not_applicable'],
		[
			'back and away again',
			{
				born: '20000615',
				lives: [
					['H 5 1', '20150101', '20210331'],
					['I 1 2', '20210401', '20220331'],
					['H 5 1', '20220401', '20230331'],
					['own 1 2', '20230401']
				]
			},
			'0-11'
		]
	]);
});

it('who is new has a first address', async () => {
	await expectValues(newcomer, [
		...windows((date) => ({ moved: [date] }), 'none'),
		['moved', { moved: ['20220401', '20100101'] }, 'none'],
		['moved twice since', { moved: ['20230401', '20220401', '20220401'] }, '12-23'],
		['an unknown start', { moved: ['20220401', 'unknown!'] }, 'none'],
		['no address', {}, 'none'],
		['5 years old', { born: '20181231', moved: ['20220401'] }, '12-23'],
		['4 years old', { born: '20190101', moved: ['20220401'] }, 'not_applicable'],
		['of unknown age', { born: '----', moved: ['20220401'] }, null]
	]);
});

const couple = (reason: string, end?: string): TinyLife => ({
	married: [end === undefined ? [`91 ${reason}`, '20100101'] : [`91 ${reason}`, '20100101', end]]
});

it('a partner died by the reason, or by the death itself', async () => {
	await expectValues(partnerDied, [
		...windows((date) => couple('O', date), 'not_applicable'),
		['divorced', couple('S', '20220401'), 'none'],
		['married', { married: [['99', '20100101']] }, 'none'],
		['alone', {}, 'not_applicable']
	]);
	const dead = { 91: { lives: [], died: '20220401' } };
	await expectValues(
		partnerDied,
		[
			['without a reason', couple('', '20220401'), '12-23'],
			['still open', couple(''), '12-23'],
			['divorced before', couple('S', '20220331'), 'none'],
			['of another', { married: [['92', '20100101']] }, 'none']
		],
		{ others: dead }
	);
});

it('the partner who died was an entrepreneur', async () => {
	const values: readonly (readonly [what: string, works: TinyLife['works'], expected: string, died?: string])[] = [
		['a business', [['13', '20100101', '20220401']], '12-23'],
		[
			'a business after a job',
			[
				['11', '20100101', '20191231'],
				['14', '20200101']
			],
			'12-23'
		],
		[
			'a pension after a business',
			[
				['13', '20100101', '20191231'],
				['25', '20200101']
			],
			'none'
		],
		[
			'a business, and a pension after death',
			[
				['13', '20100101'],
				['25', '20220402']
			],
			'12-23'
		],
		['nothing known', [], 'none'],
		['a spell of no day', [['13', 'unknown!']], 'none'],
		['died too long ago', [['13', '20100101']], 'not_applicable', '20201231'],
		['died when the marriage was over', [['13', '20100101']], 'not_applicable', '20230401']
	];
	const key = (i: number) => 50 + i;
	await expectValues(
		entrepreneurDied,
		values.map(([what, , expected], i) => [what, { married: [[`${key(i)} O`, '20100101', '20220401']] }, expected]),
		{
			others: Object.fromEntries(
				values.map(([, works, , died = '20220401'], i) => [key(i), { lives: [], died, ...(works && { works }) }])
			)
		}
	);
});

it('rows about who is in a household are not rows about the dead', async () => {
	const alive: TinyLife = { died: '20220401', works: [['13', '20100101']] };
	await expectValues(entrepreneurDied, [
		['partner', { married: [['2', '20100101']] }, 'not_applicable'],
		['alive', alive, 'not_applicable']
	]);
	await expectValues(partnerDied, [
		['partner', { married: [['2', '20100101']] }, 'none'],
		['alive', alive, 'not_applicable']
	]);
});

it('an income falls by a quarter', async () => {
	const income = (...amounts: number[]) => ({
		income: Object.fromEntries(amounts.map((amount, i) => [2020 + i, amount]))
	});
	const cases: Case[] = [
		['by a quarter', income(100, 100, 100, 75), '0-11'],
		['by less', income(100, 100, 100, 76), 'none'],
		['last year', income(100, 100, 75, 75), '12-23'],
		['two years ago', income(100, 75, 75, 75), '24-35'],
		['three years ago and again', income(100, 10, 100, 20), '0-11'],
		['below nothing', income(100, 100, 100, -5), '0-11'],
		['from nothing', income(0, 0, 0, -5), 'none'],
		['missing now', income(100, 100, 100, 9_999_999_999), null],
		['missing before', income(100, 100, 9_999_999_999, 50), null],
		['a fall, then missing', income(100, 50, 9_999_999_999, 50), '24-35'],
		['an impossible loss', income(100, 100, 100, -9_223_372_036_854_775_000), null],
		['none', {}, null]
	];
	await expectValues(incomeDrop, cases);
	await expectValues(
		incomeDrop,
		[
			['this year', income(100, 100, 100, 50), '0-11'],
			['no fall', income(100, 100, 100, 100), null]
		],
		{
			years: [2022, 2023]
		}
	);
	await expectValues(incomeDrop, [['nothing to compare', income(100, 100, 100, 50), null]], { years: [2021, 2023] });
});
