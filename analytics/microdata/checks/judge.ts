import { sql } from 'kysely';
import { named } from '../../engine/named.ts';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import type { DataFile } from '../data-file.ts';
import type { CbsTable } from '../tables/table.ts';
import type { CheckData } from './check-data.ts';
import type { Findings } from './findings.ts';
import { readable } from './level-0/readable.ts';
import { hasPassed, questionOf, remember } from './passed.ts';
import type { CheckRule, CountRule, Relation, RowRule } from './rule.ts';

/** A rule about one table of the period. */
interface Case {
	readonly rule: RowRule | CountRule;
	readonly table: CbsTable;
	readonly place: string;
}

/** Judges the rules about rows: all rules about the same rows in one pass. */
export async function judge(
	data: CheckData,
	tables: readonly CbsTable[],
	rules: readonly CheckRule[],
	findings: Findings
): Promise<void> {
	const passes = new Map<string, { relation: Relation; cases: Case[] }>();
	for (const rule of rules.filter((one): one is RowRule | CountRule => 'over' in one))
		for (const table of rule.tables.filter((one) => tables.includes(one))) {
			const relation = rule.over(table);
			const place = placeOf(table, relation.of === 'file' ? (data.files.get(table)?.year ?? data.year) : data.year);
			const needs = lacking(data, rule, table, relation);
			if (needs !== null) findings.notRun(rule, place, needs);
			else if (!findings.has(rule, place)) {
				const pass = passes.get(relation.name) ?? { relation, cases: [] };
				pass.cases.push({ rule, table, place });
				passes.set(relation.name, pass);
			}
		}
	for (const { relation, cases } of passes.values()) {
		const counts = await newlyBroken(data, relation, cases);
		cases.forEach(({ rule, place }, i) => findings.ofRows(rule, place, counts[i]!));
		if (counts.includes(Infinity) && rules.includes(readable))
			for (const table of relation.tables) findings.ofRows(readable, placeOf(table, data.file(table).year), Infinity);
	}
}

/** Rule, table and year make a finding; this is the last two. */
export function placeOf(table: CbsTable, year: number): string {
	return `${table.name}/${year}`;
}

/** The first thing that a rule needs and does not have: the name of a table or column. */
function lacking(data: CheckData, rule: RowRule | CountRule, table: CbsTable, relation: Relation): string | null {
	const absent = [table, ...relation.tables].find((needed) => !data.files.has(needed));
	if (absent !== undefined) return absent.name;
	const column = rule.columns?.find((name) => !data.has(table, name));
	if (column !== undefined) return `column ${column}`;
	const earlier = relation.before?.find((needed) => data.before?.files.has(needed) !== true);
	return earlier === undefined ? null : `${earlier.name} of the year before`;
}

/** As `brokenRows`, of the cases that have not passed before with the same files. */
async function newlyBroken(data: CheckData, relation: Relation, cases: readonly Case[]): Promise<number[]> {
	const questions = () => cases.map((one) => questionOf(filesOf(data, relation, one), askedOf(data, relation, one)));
	const before = questions();
	const left = cases.filter((_, i) => !hasPassed(before[i]!));
	const counts = left.length === 0 ? [] : await brokenRows(data, relation, left);
	const broken = new Map(left.map((one, i) => [one, counts[i]!]));
	// Of files that changed while they were read nobody knows what passed.
	const after = questions();
	for (const [i, one] of cases.entries()) if (broken.get(one) === 0 && before[i] === after[i]) remember(before[i]!);
	return cases.map((one) => broken.get(one) ?? 0);
}

/** The files that a rule looks at. */
function filesOf(data: CheckData, { tables, before = [] }: Relation, { table }: Case): DataFile[] {
	const own = new Set([...tables, table]);
	return [...[...own].map((one) => data.file(one).file), ...before.map((one) => data.before!.file(one).file)];
}

function askedOf({ year }: CheckData, { name }: Relation, { rule, place }: Case): unknown[] {
	return [year, name, rule.id, place];
}

/** For each case how many rows break its rule; infinitely many when the rows cannot be read. */
async function brokenRows(data: CheckData, relation: Relation, cases: readonly Case[]): Promise<number[]> {
	try {
		const columns = cases.map((one, i) => [one, named(`broken ${i}`)] as const);
		const answers = columns.flatMap(([{ rule, table }, broken]) =>
			'count' in rule ? [] : [sql`${rule.broken(data, table)} as ${broken}`]
		);
		const counts = columns.map(([{ rule, table }, broken]) =>
			'count' in rule
				? sql`${rule.count(data, table)} as ${broken}`
				: sql`count(*) filter (where ${broken}) as ${broken}`
		);
		// Answers of their own, before they are counted: the engine then looks once at what rules share, and not at all where what
		// a file says of its columns settles a rule.
		const answered = sql`select ${sql.join([sql`*`, ...answers])} from ${await relation.rows(data)} as row`;
		const query = sql<Record<string, bigint>>`select ${sql.join(counts)} from (${answered}) as judged`;
		const { rows } = await query.execute(data.engine.db);
		return cases.map((_, i) => Number(rows[0]![`broken ${i}`]));
	} catch (error) {
		if (!(error instanceof UnreadableDataError)) throw error;
		return cases.map(() => Infinity);
	}
}
