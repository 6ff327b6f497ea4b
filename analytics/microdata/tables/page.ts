import { facts } from '../../population/facts.ts';
import { cbsTables } from './all-tables.ts';
import { AOTOTUITKERINGATAB } from './aototuitkeringatab.ts';
import { DEATH_DATES, GBAOVERLIJDENTAB } from './gbaoverlijdentab.ts';
import { DEBT_COLUMNS, debtColumn, SCHULDENPROBLEMATIEKTAB } from './schuldenproblematiektab.ts';
import { STAPMON, STAPMON_COLUMNS, type StapmonColumn } from './stapmon.ts';
import type { CbsTable, ColumnType } from './table.ts';
import { VSLGWBTAB } from './vslgwbtab.ts';
import { WUSUITKERING1ATAB } from './wusuitkering1atab.ts';

/** What a column of a type holds. */
const HOLDS: Readonly<Record<ColumnType, string>> = {
	kind: 'kind of the key after it; only R links',
	key: 'nine digits, with leading zeros',
	date: 'date, YYYYMMDD',
	year: 'year',
	month: 'month, two digits',
	day: 'day of the month, two digits',
	count: 'number',
	amount: 'whole euros, negative ones too',
	percentage: 'whole percentage; negative: why there is none',
	flag: '1 or 0'
};

const KINDS: Readonly<Record<CbsTable['kind'], string>> = {
	year: 'one file a year; the file of the year itself is read',
	cumulative: 'each file holds the years before it too; the first one that reaches the end of the year is read',
	reference: 'the newest file is read, for every year'
};

const INTRODUCTION = `# CBS tables

Generated from \`analytics/microdata/tables\` by \`npm run generate\`. What is listed here is what Voorzicht reads and checks;
other columns of these tables are left alone.

Files are Parquet (\`.parquet\`), SPSS (\`.sav\`, \`.zsav\`) or text (\`.csv\`, with \`;\` or \`,\`), in one folder or in folders in it, two deep.
Names decide: of each table and year, or month, the highest version counts (V2 before V1), and of equal versions Parquet
before SPSS before text. Two files that are equally good are an error. Letter case never matters, in names of files nor in names of columns.

A table is opened only when a column of the specification needs it. GBAPERSOONTAB and GBAHUISHOUDENSBUS are always needed,
GBAADRESOBJECTBUS and VSLGWBTAB for regions. When a folder holds the Stapelingsmonitor of a year and no household register,
the Stapelingsmonitor is the source.

Where public documentation is silent, an assumption of ours stands under _Assumed_: check it against the documentation in
your environment before you publish.
`;

/** The page that lists tables, columns, missing values, sources and assumptions, as Markdown. */
export function tablesPage(): string {
	const overview = rows(
		['table', 'a row is'],
		cbsTables.map((table) => [`[${table.name}](#${table.name.toLowerCase()})`, table.row])
	);
	return [INTRODUCTION, overview, ...cbsTables.map(section)].join('\n');
}

function section(table: CbsTable): string {
	const { missing, consent, assumed, spell } = table;
	const lines = [
		`Files: ${table.examples.map((name) => `\`${name}\``).join(', ')}. ${sentence(served(table))}.`,
		`Key: ${table.key.join(', ')}.${spell === undefined ? '' : ` A row is a spell from ${spell[0]} to ${spell[1]}; 88888888 has not ended.`}`,
		`Missing: ${missing.map((text) => (text === '' ? 'empty' : `\`${text}\``)).join(', ')}.`,
		...usedFor(table),
		...(consent === undefined ? [] : [`Consent: besides CBS, of ${consent}.`]),
		...(assumed === undefined ? [] : [`_Assumed_: ${assumed}`]),
		`Source: ${table.source}.`
	];
	const columns = table === STAPMON ? stapmonColumns() : columnRows(table);
	return `## ${table.name}\n\n${sentence(table.row)}.\n\n${columns}\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

function served(table: CbsTable): string {
	if (table === SCHULDENPROBLEMATIEKTAB) return 'the file that tells of the most dates of the year is read';
	if (table === WUSUITKERING1ATAB || table === AOTOTUITKERINGATAB)
		return 'one file a month or quarter; the last one of the year is read';
	if (table === STAPMON) return `${KINDS.year}. Columns may be followed by \`_\` and the year`;
	return KINDS[table.kind];
}

function columnRows(table: CbsTable): string {
	const required = table.columns.map((column) => [column, 'yes', holds(table, column)]);
	const optional = (table.optional ?? []).map((column) => [column, '', holds(table, column)]);
	return rows(['column', 'required', 'holds'], [...required, ...datedColumns(table), ...optional]);
}

function holds(table: CbsTable, column: string): string {
	const codes = table.codes[column];
	const type = table.types[column];
	if (codes !== undefined) return `codes ${codes.join(', ')}`;
	return type === undefined ? 'text' : HOLDS[type];
}

/** Columns whose names differ by file. */
function datedColumns(table: CbsTable): string[][] {
	if (table === VSLGWBTAB)
		return ['gem', 'wc', 'bc'].map((level) => [`${level}YYYY`, '', 'code in the classification of the year YYYY']);
	if (table === GBAOVERLIJDENTAB) return [[DEATH_DATES.join(' or '), 'yes', HOLDS.date]];
	if (table.yearColumns !== DEBT_COLUMNS) return [];
	const kinds = [
		[12, 'household', 'yes'],
		[12, 'person', ''],
		[10, 'household', ''],
		[10, 'person', '']
	] as const;
	return kinds.map(([definition, of, required]) => [
		debtColumn(definition, of, 'YYYYMMDD'),
		required,
		`problematic debts of the ${of} on the date, ${definition} criteria, 1 or 0`
	]);
}

function stapmonColumns(): string {
	const columns = Object.values<StapmonColumn>(STAPMON_COLUMNS);
	return rows(
		['column', 'holds', 'gives, per household', 'gives, per person'],
		[
			['RINPERSOONS, RINPERSOON', 'kind and key of the person', '', ''],
			...columns.map(({ names, means, household = '', person = '' }) => [
				names.map((name) => name.replace(/\{(next|year)\}/, 'YYYY')).join(' or '),
				means,
				household,
				person
			])
		]
	);
}

function usedFor(table: CbsTable): string[] {
	const columns = facts.filter(({ needs }) => needs.some((need) => need.table === table)).map(({ column }) => column);
	return columns.length === 0 ? [] : [`Needed for: ${columns.join(', ')}.`];
}

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return `${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n`;
}

function sentence(text: string): string {
	return text[0]!.toUpperCase() + text.slice(1);
}
