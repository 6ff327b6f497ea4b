import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../engine/engine.ts';
import { openCbsTables } from '../../microdata/cbs-tables.ts';
import { writeTables, type TinyTables } from '../../microdata/testing/tiny-tables.ts';
import { GBAHUISHOUDENSBUS } from '../../microdata/tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../../microdata/tables/gbapersoontab.ts';
import type { Fact, Unit } from '../../population/fact.ts';
import { openStage } from '../../population/stage.ts';
import type { PreparedStage } from '../../population/steps.ts';
import { unitRows } from '../../population/test-support/unit-rows.ts';
import { prepareHistories } from '../history.ts';
import type { LifeEvent } from '../life-event.ts';

/** One spell, of what a person was or had: first day, and last day or open. */
type Spell = readonly [what: string, start: string, end?: string];

/** An invented person, by what the tables say. */
export interface TinyLife {
	/** YYYYMMDD. */
	readonly born?: string;
	/** `<household> <TYPHH> <PLHH>`. */
	readonly lives?: readonly Spell[];
	/** SECM. */
	readonly works?: readonly Spell[];
	/** `<partner> <reason of the end>`. */
	readonly married?: readonly Spell[];
	readonly died?: string;
	/** First days at addresses. */
	readonly moved?: readonly string[];
	/** BIJSTANDStatistiekcodeA, in the file of the year in which it starts. */
	readonly assisted?: readonly Spell[];
	/** INHGESTINKH of the household that the person is the main earner of, by year. */
	readonly income?: Readonly<Record<number, number>>;
	/** INPPERSPRIM by year. */
	readonly earned?: Readonly<Record<number, number>>;
}

export type TinyLives = Readonly<Record<number, TinyLife>>;

/** The year of the reference date. */
export const YEAR = 2023;
const OPEN = '88888888';
const ALONE: readonly Spell[] = [['own 1 2', '20100101']];

/** Which value the event has for each unit, by the lowest number of its members. */
export async function valuesOf(
	event: LifeEvent,
	lives: TinyLives,
	options?: ValueOptions
): Promise<Record<string, string | null>> {
	const units = Object.entries(await allValuesOf([event], lives, options));
	return Object.fromEntries(units.map(([unit, values]) => [unit, values[event.facts[0].column]!]));
}

/** The values of several events by their columns, for each unit. */
export async function allValuesOf(
	events: readonly LifeEvent[],
	lives: TinyLives,
	options: ValueOptions = {}
): Promise<Record<string, Record<string, string | null>>> {
	const facts = events.map((event) => event.facts[0]);
	return withStage(facts, lives, options, async (stage) => {
		if (options.prepared) await prepareHistories(stage, facts);
		const rows = await (await unitRows(stage, facts, options.unit ?? 'household')).execute();
		return Object.fromEntries(rows.map(({ unit, ...values }) => [unit, values as Record<string, string | null>]));
	});
}

/** The household of each person in one, by the lowest number of its members. */
export async function householdsOf(lives: TinyLives): Promise<Map<number, number>> {
	return withStage([], lives, {}, async ({ engine, members }) => {
		const rows = await engine.db.selectFrom(members).select(['person', 'household']).execute();
		return new Map(rows.map(({ person, household }) => [Number(person), Number(household)]));
	});
}

async function withStage<T>(
	facts: readonly Fact[],
	lives: TinyLives,
	{ years = [2020, 2021, 2022, 2023], extra = {} }: ValueOptions,
	use: (stage: PreparedStage) => Promise<T>
): Promise<T> {
	const dir = mkdtempSync(join(tmpdir(), 'voorzicht-events-'));
	const engine = await openEngine({ readable: [dir], threads: 1 });
	try {
		const tables = tablesOf(lives, years);
		for (const [name, rows] of Object.entries(extra)) tables[name] = [...(tables[name] ?? []), ...rows];
		writeTables(dir, tables);
		const registers = [GBAHUISHOUDENSBUS, GBAPERSOONTAB].map((table) => ({ table, years: [0] }));
		const files = await openCbsTables(dir, YEAR, [...registers, ...facts.flatMap(({ needs }) => needs)]);
		return await use(await openStage(engine, files, YEAR));
	} finally {
		await engine.close();
		rmSync(dir, { recursive: true });
	}
}

export interface ValueOptions {
	readonly unit?: Unit;
	/** Years of which there are yearly files. */
	readonly years?: readonly number[];
	/** More rows, as they are. */
	readonly extra?: TinyTables;
	/** Whether histories are read beforehand. */
	readonly prepared?: boolean;
}

/** The day before a day, both YYYYMMDD. */
export function dayBefore(date: string): string {
	const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number) as [
		number,
		number,
		number
	];
	return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10).replaceAll('-', '');
}

export function keyOf(person: number): string {
	return String(person).padStart(9, '0');
}

const PERSON = 'RINPERSOONS RINPERSOON';

function tablesOf(lives: TinyLives, years: readonly number[]): TinyTables {
	const persons = Object.entries(lives).map(([number, life]) => ({ key: keyOf(Number(number)), ...life }));
	const rows = <T>(list: (life: TinyLife) => readonly T[] | undefined, row: (item: T, key: string) => string[]) =>
		persons.flatMap((life) => (list(life) ?? []).map((item) => ['R', life.key, ...row(item, life.key)]));
	const tables: TinyTables = {
		[`GBAPERSOON${YEAR}TABV1`]: named(
			`${PERSON} GBAGESLACHT GBAGEBOORTEJAAR GBAGEBOORTEMAAND GBAGEBOORTEDAG`,
			rows(
				({ born = '19800515' }) => [born],
				(born) => ['1', born.slice(0, 4), born.slice(4, 6), born.slice(6)]
			)
		),
		[`GBAHUISHOUDENS${YEAR}BUSV1`]: named(
			`${PERSON} DATUMAANVANGHH DATUMEINDEHH HUISHOUDNR TYPHH PLHH REFPERSOONHH AANTALPERSHH`,
			rows(
				({ lives: own = ALONE }) => own,
				([what, from, to = OPEN], key) => {
					const [household, type, place] = what.split(' ') as [string, string, string];
					return [from, to, household === 'own' ? key : household, type, place, '1', '1'];
				}
			)
		),
		[`SECM${YEAR}BUSV1`]: named(
			`${PERSON} SECM AANVSECM EINDSECM`,
			rows(
				({ works }) => works,
				([category, from, to = OPEN]) => [category, from, to]
			)
		),
		[`GBAVERBINTENISPARTNER${YEAR}BUSV1`]: named(
			`${PERSON} RINPERSOONSVERBINTENISP RINPERSOONVERBINTENISP REDENBEEINDIGINGVERBINTENIS AANVANGVERBINTENIS EINDEVERBINTENIS TYPEVERBINTENIS`,
			rows(
				({ married }) => married,
				([what, from, to = OPEN]) => {
					const [partner, reason = ''] = what.split(' ');
					return ['R', keyOf(Number(partner)), reason, from, to, 'H'];
				}
			)
		),
		[`GBAOVERLIJDEN${YEAR}TABV1`]: named(
			`${PERSON} GBADATUMOVERLIJDEN`,
			rows(
				({ died }) => (died === undefined ? [] : [died]),
				(date) => [date]
			)
		),
		[`GBAADRESOBJECT${YEAR}BUSV1`]: named(
			`${PERSON} GBADATUMAANVANGADRESHOUDING GBADATUMEINDEADRESHOUDING SOORTOBJECTNUMMER RINOBJECTNUMMER`,
			rows(
				({ moved }) => moved,
				(date) => [date, OPEN, 'B', '1'.padStart(32, '0')]
			)
		)
	};
	for (const year of years)
		Object.assign(tables, {
			[`INHA${year}TABV1`]: named(
				'RINPERSOONSHKW RINPERSOONHKW INHGESTINKH INHARMLAG INHARMLAGL INHARMSOC INHBBIHJ INHBESTINKH INHEHALGR',
				rows(({ income }) => amounts(income?.[year]), single)
			),
			[`INPA${year}TABV1`]: named(
				`${PERSON} INPPERSPRIM INPPERSBRUT`,
				rows(({ earned }) => amounts(earned?.[year]), single)
			),
			[`BIJSTANDUITKERING${year}TABV1`]: named(
				`${PERSON} BIJSTANDStatistiekcodeA BIJSTANDAanvangUitkeringPersoon1A BIJSTANDEindeUitkeringPersoon1A`,
				rows(
					({ assisted }) => assisted?.filter(([, from]) => from.startsWith(String(year))),
					([code, from, to = OPEN]) => [code, from, to]
				)
			)
		});
	return tables;
}

/** Rows by column. A table of nobody has one row, of a person who cannot be linked, as a file has its columns. */
function named(columns: string, rows: readonly string[][]): Record<string, string>[] {
	const names = columns.split(' ');
	return (rows.length > 0 ? rows : [['F', keyOf(1)]]).map((row) =>
		Object.fromEntries(names.map((name, i) => [name, row[i] ?? '']))
	);
}

function amounts(value: number | undefined): string[] {
	return value === undefined ? [] : [String(value)];
}

function single(value: string): string[] {
	return [value];
}
