import { exampleKeyText } from '../../analytics/release/testing/example.ts';

export interface BadInput {
	readonly args: readonly string[];
	readonly code: 2 | 3 | 4 | 5;
	readonly env?: Readonly<Record<string, string>>;
	/** Words that the message must have: file, place or rule. */
	readonly says: RegExp;
}

const bad = (line: string, says: RegExp, code: BadInput['code'] = 2): BadInput => ({
	args: line.split(' ').map((word) => (word === "''" ? '' : word)),
	code,
	says
});

const withEnv = (env: BadInput['env'] & object, input: BadInput): BadInput => ({ ...input, env });

const AMOUNT = /budget\.rho: must be a positive exact decimal or fraction/;
const DOWN = 'postgres://iemand:geheim@127.0.0.1:1/nergens';
const UNREACHABLE = /The database cannot be used \(ECONNREFUSED\)/;
const ADDRESS = /address of the database or ledger must be embedded:DIR or postgres:/;

const specifications = [
	bad('plan nergens.yaml', /specification .*nergens\.yaml cannot be read/),
	bad('plan folder', /folder is a folder/),
	bad('plan empty.yaml', /empty\.yaml is empty/),
	bad('plan broken.yaml', /broken\.yaml, line \d: this is not valid YAML or JSON/),
	bad('plan twice.yaml', /twice\.yaml, line 2: .*one name is given twice/),
	bad('plan alias.yaml', /alias\.yaml: an alias .* points nowhere/),
	bad('plan people.csv', /people\.csv: this is no release specification/),
	bad('plan rho-nan.yaml', AMOUNT),
	bad('plan rho-text.yaml', AMOUNT),
	bad('plan rho-0.yaml', /rho-0\.yaml: budget\.rho is 0/),
	bad('plan rho-minus.yaml', AMOUNT),
	bad('plan rho-infinite.yaml', AMOUNT),
	bad('plan rho-huge.yaml', /rho-huge\.yaml: budget\.rho is above 1000/),
	bad('plan rho-empty.yaml', AMOUNT),
	bad('plan rho-none.yaml', /rho-none\.yaml: budget\.rho is missing/),
	bad('plan delta-2.yaml', /delta-2\.yaml: budget\.delta is 1 or more/),
	bad('plan level.yaml', /tables\[0\]\.level: dorp is not a level of the region tree \(land, gemeente\)/),
	bad('plan attribute.yaml', /tables\[1\]\.by\[0\]: rich is not an attribute/),
	bad('plan code.yaml', /indicators\[0\]\.is: arm is not a code of poor/),
	bad('plan type.yaml', /type\.yaml: unit\.contribution: must be a (whole )?number\./),
	bad('plan range.yaml', /unit\.contribution: must be at least 1\./),
	bad('plan setting.yaml', /there is no setting named perod; check its spelling/),
	bad('plan kind.yaml', /source\.kind: must be .*table.* or .*cbs/),
	bad('plan unit.yaml', /unit\.kind: must be person or household/),
	bad('plan no-tables.yaml', /tables: must have at least 1 items?/),
	bad('plan no-id.yaml', /no-id\.yaml: id: is missing/),
	bad('plan tree-missing.yaml', /region tree .*nergens\.csv cannot be read/),
	bad('plan tree-other.yaml', /people\.csv has no column code/),
	bad('plan capitals.yaml', /attributes\.Sex: its name differs from sex in capitals only/),
	bad('plan region-flat.yaml', /attributes\.region: this name is a column of the output files/),
	bad('plan period.yaml', /period: must be a short name in capitals and digits, such as 2023/),
	bad('plan', /Missing required argument 'spec'/),
	bad('plan good.yaml --wat', /Unknown option '--wat'/),
	bad('plan good.yaml nog-een', /Too many arguments/)
];

const measurements = [
	bad('measure nergens.yaml --out new', /nergens\.yaml cannot be read/),
	bad('measure rho-infinite.yaml --out new', AMOUNT),
	bad('measure rho-0.yaml --out new', /rho-0\.yaml: budget\.rho is 0/),
	bad('measure level.yaml --out new', /dorp is not a level/),
	bad('measure column.yaml --out new', /people\.csv: column geslacht missing/),
	bad('measure no-source.yaml --out new', /source: is missing/),
	bad('measure no-period.yaml --out new', /period: is missing/),
	bad('measure file-missing.yaml --out new', /nergens\.csv: there is no such file/),
	bad('measure file-empty.yaml --out new', /empty\.csv: the file is empty/),
	bad('measure file-kind.yaml --out new', /people\.xlsx: microdata are read from \.csv/),
	bad('measure good.yaml --microdata nergens --out new', /--microdata .*nergens does not exist/),
	bad('measure good.yaml --microdata folder --out new', /folder\/people\.csv: there is no such file/),
	bad('measure good.yaml --microdata headless.csv --out new', /columns sex, income, place, household missing/),
	bad('measure good.yaml --microdata fake.parquet --out new', /cannot be read as parquet/),
	bad('measure good.yaml --microdata quote.csv --out new', /fail rule well-formed\/quote\.csv/, 3),
	bad('measure good.yaml --period ../x', /--period must be a short name/),
	bad("measure good.yaml --period '' --out new", /--period must be a short name/),
	bad('measure good.yaml --period 2022 --out cbs', /cbs holds something already/),
	bad('measure good.yaml --period 2022 --out people.csv', /people\.csv is a file, or lies in one/),
	bad('measure good.yaml --period 2022 --out bundle', /bundle holds something already/),
	bad('measure good.yaml --ledger mysql://iemand:geheim@h/x --out new', ADDRESS),
	bad("measure good.yaml --ledger '' --out new", ADDRESS),
	bad(`measure good.yaml --ledger ${DOWN} --out new`, UNREACHABLE, 5),
	bad('measure cbs.yaml --out new', /name it with --microdata DIR/),
	bad('measure cbs.yaml --microdata people.csv --out new', /people\.csv is a file; CBS tables are read from a folder/),
	bad('measure cbs.yaml --microdata folder --out new', /there is no file of this table for 2023/),
	bad('measure cbs.yaml --microdata missing --out new', /INHATAB: there is no file of this table for 2023/),
	bad('measure cbs.yaml --microdata column --out new', /INHA.*column INHARMLAG missing/),
	bad('measure cbs.yaml --microdata cbs --period 1066 --out new', /period 1066: CBS tables need a year/),
	bad('measure cbs-column.yaml --microdata cbs --out new', /column inkomen is not known for CBS tables/),
	bad('measure cbs.yaml --microdata duplicate --out new', /fail rule key-unique\/GBAPERSOONTAB/, 3),
	bad('measure cbs.yaml --microdata typhh --out new', /fail rule .*GBAHUISHOUDENSBUS/, 3)
];

const checks = [
	bad('check nergens', /nergens does not exist/),
	bad('check folder', /holds no CBS tables/),
	bad('check empty.yaml', /empty\.yaml is empty/),
	bad('check broken.yaml', /not valid YAML/),
	bad('check column.yaml', /people\.csv: column geslacht missing/),
	bad('check file-empty.yaml', /empty\.csv: the file is empty/),
	bad('check no-source.yaml', /source: is missing/),
	bad('check good.yaml --microdata headless.csv', /columns .* missing/),
	bad('check cbs.yaml', /name it with --microdata DIR/)
];

const bundles = [
	...['estimate', 'publish'].flatMap((command) => [
		bad(`${command} nergens`, /nergens is not a folder with a release bundle/),
		bad(`${command} folder`, /holds no manifest\.json/),
		bad(`${command} people.csv`, /people\.csv is not a folder/),
		bad(`${command} manifest`, /manifest\.json: format: must be 1/),
		bad(`${command} changed`, /README\.txt has changed/),
		bad(`${command} extra`, /is in the folder but not in manifest\.json/)
	]),
	bad('estimate bundle --pin nergens.csv', /pin file .*nergens\.csv cannot be read/),
	bad('estimate bundle --pin empty.csv', /empty\.csv is empty/),
	bad('estimate bundle --pin headless.csv', /headless\.csv, line 1: the name of column 1 is not one of/),
	bad('estimate bundle --pin pin.csv', /pin\.csv, line 2: this region is not in the region tree/),
	bad('estimate bundle --out folder', /--out .*folder is no place for a file/),
	bad('estimate bundle --out nergens/uit.csv', /--out .*uit\.csv is no place for a file/),
	bad('publish bundle --database nergens', ADDRESS),
	bad(`publish bundle --database ${DOWN}`, UNREACHABLE, 5)
];

const UNKNOWN_KEY = /signed with key [0-9a-f]{64}, which is not trusted here/;
const WRONG_KEY = /VOORZICHT_SIGNING_KEY is not an Ed25519 private key in PEM/;

const signatures = [
	bad('publish unsigned', /The bundle has no signature\.json/),
	bad('publish foreign', UNKNOWN_KEY),
	...['estimate', 'publish'].flatMap((command) => [
		bad(`${command} respaced`, /signature\.json is not the signature of this manifest\.json/),
		bad(`${command} more`, /signature\.json: there is no setting named rijen/),
		withEnv({ VOORZICHT_TRUSTED_KEYS: 'nergens.pem' }, bad(`${command} bundle`, /file .*nergens\.pem cannot be read/)),
		withEnv({ VOORZICHT_TRUSTED_KEYS: 'people.csv' }, bad(`${command} bundle`, /people\.csv must hold Ed25519 public/)),
		withEnv({ VOORZICHT_TRUSTED_KEYS: 'private.pem' }, bad(`${command} bundle`, /private\.pem holds a private key/)),
		withEnv({ VOORZICHT_TRUSTED_KEYS: 'other.pem' }, bad(`${command} bundle`, UNKNOWN_KEY)),
		withEnv({ VOORZICHT_TRUSTED_KEYS: 'other.pem' }, bad(`${command} unsigned`, /has no signature\.json/))
	]),
	withEnv({ VOORZICHT_SIGNING_KEY: exampleKeyText() }, bad('publish bundle', UNKNOWN_KEY)),
	withEnv({ VOORZICHT_SIGNING_KEY: 'geheim' }, bad('measure good.yaml --period 2022 --out new', WRONG_KEY)),
	withEnv({ VOORZICHT_SIGNING_KEY: '' }, bad('measure good.yaml --period 2022 --out new', WRONG_KEY)),
	withEnv(
		{ VOORZICHT_SIGNING_KEY: exampleKeyText() },
		bad('measure good.yaml --out bundle', /bundle of this ledger entry that is not signed with the key in use/)
	)
];

const others = [
	bad('signals nergens.json', /series file .*nergens\.json cannot be read/),
	bad('signals folder', /is a folder/),
	bad('signals empty.csv', /is empty/),
	bad('signals people.csv', /people\.csv is not valid JSON/),
	bad('signals series.json', /series\.json: id must be a text/),
	bad('ledger open --lineage x --unit hond --cap 1', /--unit must be person or household/),
	...['NaN', '0', '-1', "''", '1/0'].map((cap) =>
		bad(`ledger open --lineage x --unit person --cap ${cap}`, /--cap must be a positive exact decimal/)
	),
	bad('ledger open --lineage x --unit person --cap 1e400', /at most 1000/),
	bad("ledger open --lineage '' --unit person --cap 1", /lineage/),
	bad(
		'ledger open --lineage x --unit person --cap 1 --scope altijd',
		/horizon, year:YYYY, programme:NAME or project:NAME/
	),
	bad('ledger verify --checkpoint nergens.json', /nergens\.json does not exist/),
	bad(`ledger show --ledger ${DOWN}`, UNREACHABLE, 5),
	bad('audit nergens.yaml --quick', /cannot be read/),
	bad('audit rho-nan.yaml --quick', AMOUNT),
	bad('audit rho-0.yaml --quick --wat', /Unknown option '--wat'/),
	...['NaN', '0', '-1', '1e400', "''"].map((sigma2) => bad(`noise --sigma2 ${sigma2}`, /--sigma2 .*1e-6 and 1e18/)),
	bad('noise --sigma2 4 --count 0', /--count must be a whole number/),
	bad('noise', /Required option '--sigma2/),
	bad('serve --port 0', /--port must be a whole number from 1 to 65535/),
	bad('serve --database nergens', ADDRESS),
	bad(`serve --database ${DOWN}`, UNREACHABLE, 5),
	bad('regions import-boundaries nergens.json', /nergens\.json cannot be read/),
	bad('regions import-boundaries folder', /folder cannot be read/),
	bad('regions import-boundaries empty.csv', /empty\.csv is empty/),
	bad('regions import-boundaries people.csv', /people\.csv is not JSON/),
	bad('regions import-boundaries series.json', /series\.json is not GeoJSON or TopoJSON/),
	bad('regions import-boundaries series.json --tree cbs:1800', /classification of 1800 is not available/),
	bad('synthesize --persons 0', /--persons must be a whole number/),
	bad('synthesize --years 1900', /--years must be a year/),
	bad('synthesize --seed 1e400', /--seed must be a whole number/),
	bad('synthesize --format xls', /--format must be parquet, csv/),
	bad('synthesize --persons 1000 --out people.csv', /people\.csv cannot be made/),
	bad('synthesize --persons 1000 --out bundle', /bundle/),
	bad('demo --port x', /--port must be a whole number/),
	bad('demo --persons NaN', /--persons must be a whole number/),
	bad('demo --data people.csv --no-serve', /cannot be made/, 5),
	bad('frobniceer', /Unknown command 'frobniceer'/),
	bad('ledger frobniceer', /Unknown command 'frobniceer'/)
];

export const badInputs: readonly BadInput[] = [
	...specifications,
	...measurements,
	...checks,
	...bundles,
	...signatures,
	...others
];
