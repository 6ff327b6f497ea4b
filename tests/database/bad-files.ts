import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exampleKeyText, exampleSigner, publicKeyText } from '../../analytics/release/testing/example.ts';
import { GOOD } from './small-release.ts';
import type { Workplace } from './workplace.ts';

/** Changes of the good specification: name of the file, what is replaced, by what. */
const SPECS: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
	['rho-nan', "'0.1'", '.nan'],
	['rho-text', "'0.1'", 'NaN'],
	['rho-0', "'0.1'", '0'],
	['rho-minus', "'0.1'", '-1'],
	['rho-infinite', "'0.1'", '1e400'],
	['rho-huge', "'0.1'", "'1e400'"],
	['rho-empty', "'0.1'", "''"],
	['rho-none', "rho: '0.1'", ''],
	['delta-2', "'0.1'", "'0.1', delta: 2"],
	['level', 'level: gemeente', 'level: dorp'],
	['attribute', 'by: [poor]', 'by: [rich]'],
	['code', "is: ['yes']", 'is: [arm]'],
	['column', 'column: sex', 'column: geslacht'],
	['type', 'contribution: 1', 'contribution: veel'],
	['range', 'contribution: 1', 'contribution: 0'],
	['setting', 'period:', 'perod:'],
	['kind', 'kind: table', 'kind: tabel'],
	['unit', 'kind: household,', 'kind: huishouden,'],
	['no-tables', /tables:[^]*indicators/, 'tables: []\nindicators'],
	['no-id', 'id: small\n', ''],
	['no-source', /source:.*\n/, ''],
	['no-period', /period:.*\n/, ''],
	['file-missing', 'people.csv', 'nergens.csv'],
	['file-empty', 'people.csv', 'empty.csv'],
	['file-kind', 'people.csv', 'people.xlsx'],
	['tree-missing', 'regions.csv', 'nergens.csv'],
	['tree-other', 'regions.csv', 'people.csv'],
	['capitals', 'poor: {', 'Sex: { column: sex, codes: [m] }\n  poor: {'],
	['region-flat', /region: .*/, 'region: { column: place, codes: [A] }'],
	['period', "'2023'", "'../../2023'"]
];

const CBS = `id: cbs
source: { kind: cbs, classification: 2024 }
unit: { kind: household, contribution: 1 }
period: '2023'
attributes:
  region: { tree: 'cbs:2024', column: gemeente }
  low_income: { column: low_income, codes: ['yes', 'no'] }
tables: [{ level: provincie, by: [low_income] }]
budget: { rho: '0.1' }
`;

/** Writes the files that `badInputs` name. Wants the folders `bundle` and `cbs`. */
export function plantBadFiles(place: Workplace): void {
	mkdirSync(place.path('folder'));
	for (const [name, from, to] of SPECS) place.writeSpec(`${name}.yaml`, from, to);
	place.write('empty.yaml', '');
	place.write('empty.csv', '');
	place.write('broken.yaml', 'id: [a\nsource: {');
	place.write('twice.yaml', `id: a\n${GOOD}`);
	place.write('alias.yaml', 'id: &a x\ntitle: *b\n');
	place.write('cbs.yaml', CBS);
	place.write('cbs-column.yaml', CBS.replace('column: low_income', 'column: inkomen'));
	place.write('headless.csv', '987654321,Canaria Kanarie,A,33,m,76543.21\n987654322,x,B,4,v,1\n');
	place.write('quote.csv', 'household,name,place,age,sex,income\n987654321,"Canaria,A,33,m,76543.21\n2,b,A,3,m,4\n');
	place.write('fake.parquet', 'PAR1 987654321 Canaria Kanarie 76543.21');
	place.write('series.json', '{"id": 7, "name": "Canaria"}');
	place.write('pin.csv', 'region,value\n987654321,76543.21\n');
	place.write('manifest/manifest.json', '{"format": 2, "id": "Canaria"}');
	place.variant('bundle', 'changed', /README/, (text) => `${text}Canaria 987654321\n`);
	place.variant('bundle', 'extra', /README/, (text) => text);
	place.write('extra/erbij.csv', '987654321');
	place.variant('bundle', 'unsigned', /README/, (text) => text);
	rmSync(place.path('unsigned/signature.json'));
	place.variant('bundle', 'respaced', /manifest/, (text) => `${text}\n`);
	place.variant('bundle', 'foreign', /signature/, (text) => text.replace(/[0-9a-f]{64}/, exampleSigner().fingerprint));
	place.variant('bundle', 'more', /signature/, (text) => text.replace('{', '{"rijen": 987654321,'));
	place.write('other.pem', publicKeyText(exampleSigner()));
	place.write('private.pem', exampleKeyText());
	const again = (text: string) => {
		const lines = text.trimEnd().split('\n');
		const own = lines[1]!.replace(/\d{9}/, '987654321');
		return [...lines, own, own, ''].join('\n');
	};
	place.variant('cbs', 'duplicate', /^GBAPERSOON/, again);
	place.variant('cbs', 'typhh', /^GBAHUISHOUDENS/, (text) => withColumn(text, 'TYPHH', 'Kanarie'));
	place.variant('cbs', 'column', /^INHA/, (text) => text.replace('INHARMLAG', 'INHARMHOOG'));
	place.variant('cbs', 'missing', /^INHA/, (text) => text);
	const income = readdirSync(place.path('missing')).find((name) => name.startsWith('INHA'))!;
	rmSync(join(place.path('missing'), income));
}

/** The csv text with another value in one column of its first row. */
function withColumn(text: string, column: string, value: string): string {
	const lines = text.split('\n');
	const at = lines[0]!.split(',').findIndex((name) => name.replaceAll('"', '') === column);
	const cells = lines[1]!.split(',');
	cells[at] = value;
	return [lines[0], cells.join(','), ...lines.slice(2)].join('\n');
}
