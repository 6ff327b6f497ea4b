import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJsonStat } from '../../../../tests/json-stat.ts';
import { readXlsx } from '../../../../tests/xlsx.ts';
import { inWords, percent } from '../../format/numbers.ts';
import type { Indicator } from '../queries/indicators.ts';
import { csvFile } from './csv-file.ts';
import type { Dataset } from './dataset.ts';
import { figureRow, figureShape } from './figures.ts';
import type { DownloadedFigure } from './figures.ts';
import { jsonStat } from './json-stat.ts';
import { xlsxFile } from './xlsx.ts';

const indicator = {
	...{ spec: 'huishoudens', id: 'laag', period: '2023', version: 2, release: 7, status: 'provisional' },
	...{ label_nl: 'Laag inkomen', label_en: 'Low income', definition: '1.2', groups: [] }
} as unknown as Indicator;

const figure: DownloadedFigure = {
	...{ spec: 'huishoudens', period: '2023', indicator: 'laag', region: 'GM1', attribute: '', code: '' },
	...{ numerator: 741.26, numerator_se: 30.04, denominator: 10_000.5, denominator_se: 12 },
	...{ share: 0.0741, share_se: 0.003, lower: 0.0682, upper: 0.08, reliability: 'A' }
};
const withheld: DownloadedFigure = {
	...figure,
	...{ region: 'GM2', share: null, share_se: null, lower: null, upper: null, reliability: 'X' }
};

const rowOf = (one: DownloadedFigure, name: string, lang: 'nl' | 'en') =>
	figureRow(one, { region: { code: one.region, name }, level: 'gemeente', indicator }, lang);

const dataset = (lang: 'nl' | 'en'): Dataset => ({
	shape: figureShape(lang),
	rows: [rowOf(figure, '=Eén & twee', lang), rowOf(withheld, 'Klein', lang)],
	about: {
		...{ name: 'proef', title: 'Laag inkomen', lang, updated: new Date(0), source: 'Voorzicht' },
		notes: [{ head: 'Let op', texts: ['verzonnen', 'nog iets'] }]
	}
});

it('names the country in the language of the file', () => {
	const nation = { ...figure, region: 'NL' };
	const names = (['nl', 'en'] as const).map((lang) => rowOf(nation, 'Nederland', lang).keys[2]);
	expect(names).toEqual([
		{ code: 'NL', name: 'Nederland' },
		{ code: 'NL', name: 'The Netherlands' }
	]);
});

it('has the number of the page in every form, with its interval, letter, release and definition', async () => {
	expect(inWords(figure, 'nl')).toBe('7,4% (tussen 6,8% en 8,0%)');
	const place = '"huishoudens.laag";"Laag inkomen";"2023";"GM1";"\'=Eén & twee";"total";"iedereen"';
	const said = '"A";"gemeente";"huishoudens, 2023, versie 2";"voorlopig";"1.2"';
	expect((await csvFile(dataset('nl'))).split('\r\n')[1]).toBe(`${place};7,4;6,8;8;0,3;741,3;30;10000,5;12;${said}`);
	expect((await csvFile(dataset('en'))).split('\r\n')[1]).toContain(',7.4,6.8,8,0.3,741.3,30,10000.5,12,"A",');
	const sheets = readXlsx(await xlsxFile(dataset('nl')));
	expect(sheets.get('Cijfers')![1]).toEqual([
		...['huishoudens.laag', 'Laag inkomen', '2023', 'GM1', '=Eén & twee', 'total', 'iedereen'],
		...[7.4, 6.8, 8, 0.3, 741.3, 30, 10_000.5, 12],
		...['A', 'gemeente', 'huishoudens, 2023, versie 2', 'voorlopig', '1.2']
	]);
	expect(sheets.get('Uitleg')).toEqual([['Laag inkomen'], ['Let op', 'verzonnen'], [null, 'nog iets']]);
	const cells = readJsonStat(JSON.stringify(jsonStat(dataset('nl')))).filter(({ at }) => at.region === 'GM1');
	expect(cells.map(({ value }) => value)).toEqual([7.4, 6.8, 8, 0.3, 741.3, 30, 10_000.5, 12]);
	expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['A']));
	expect(jsonStat(dataset('nl')).extension.remarks).toMatchObject({
		release: { text: 'huishoudens, 2023, versie 2' },
		definition: { text: '1.2' }
	});
});

it('withholds in every form what the page withholds: also the counts', async () => {
	expect((await csvFile(dataset('nl'))).split('\r\n')[2]).toMatch(/"iedereen";;;;;;;;;"X";/);
	const sheet = readXlsx(await xlsxFile(dataset('nl'))).get('Cijfers')!;
	expect(sheet[2]!.slice(7, 16)).toEqual([null, null, null, null, null, null, null, null, 'X']);
	const cells = readJsonStat(JSON.stringify(jsonStat(dataset('nl')))).filter(({ at }) => at.region === 'GM2');
	expect(cells).toHaveLength(8);
	for (const { value, status } of cells) expect([value, status]).toEqual([null, 'X']);
});

it('rounds any share as the page does', () => {
	const any = fc.record({
		share: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
		se: fc.double({ min: 1e-5, max: 0.5, noNaN: true })
	});
	fc.assert(
		fc.property(any, ({ share, se }) => {
			const [lower, upper] = [Math.max(0, share - 1.96 * se), Math.min(1, share + 1.96 * se)];
			const { values } = rowOf({ ...figure, share, share_se: se, lower, upper }, 'A', 'nl');
			const [onPage, low, high] = [
				percent(share, se, 'nl'),
				...inWords({ ...figure, share, share_se: se, lower, upper }, 'nl').matchAll(/(-?[\d.,]+)%/g)
			]
				.map((found) => Number((typeof found === 'string' ? found : found[1]!).replace('%', '').replace(',', '.')))
				.filter((_, i) => i !== 1) as [number, number, number];
			expect(values.slice(0, 3)).toEqual([onPage, low, high]);
		})
	);
});

it('is a file in every form, also when there is nothing to tell', async () => {
	const empty = { ...dataset('nl'), rows: [] };
	expect((await csvFile(empty)).split('\r\n')).toHaveLength(2);
	expect(readXlsx(await xlsxFile(empty)).get('Cijfers')).toHaveLength(1);
	expect(readJsonStat(JSON.stringify(jsonStat(empty)))).toEqual([]);
});

it('names the cells that have a row where most have none, and says what differs between rows', () => {
	const groups = [{ attribute: 'leeftijd', codes: [{ code: '1', nl: '16-<25', en: '16-<25' }] }];
	const place = { region: { code: 'GM3', name: 'Ergens' }, level: 'gemeente' };
	const later = { ...indicator, groups, version: 3 };
	const grouped = { ...figure, region: 'GM3', attribute: 'leeftijd', code: '1', period: '2024' };
	const sparse = {
		...dataset('nl'),
		rows: [dataset('nl').rows[0]!, figureRow(grouped, { ...place, indicator: later }, 'nl')]
	};
	const written = jsonStat(sparse);
	// Two rows of eight values, among 2 periods x 2 regions x 2 groups.
	expect([written.size, Object.keys(written.value).length]).toEqual([[1, 2, 2, 2, 8], 16]);
	expect(readJsonStat(JSON.stringify(written)).find(({ at }) => at.group === 'leeftijd.1')).toEqual({
		at: { indicator: 'huishoudens.laag', period: '2024', region: 'GM3', group: 'leeftijd.1', measure: 'share' },
		value: 7.4,
		status: 'A'
	});
	expect(written.extension.remarks.release).toMatchObject({
		texts: { 0: 'huishoudens, 2023, versie 2', 56: 'huishoudens, 2023, versie 3' }
	});
});
