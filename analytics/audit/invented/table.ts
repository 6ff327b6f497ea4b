import { writeFileSync } from 'node:fs';
import type { Domain } from '../../contract/domain.ts';
import type { Plan } from '../../contract/plan.ts';
import type { TableSource } from '../../microdata/table-source.ts';
import type { Specification } from '../../specification/load.ts';
import type { Random } from '../../synthetic/random.ts';
import { columnValues, passes, type Values } from './columns.ts';
import type { Inventor } from './population.ts';
import { eachPeriod, worstPeriods, type SeriesMatrix } from './worst-periods.ts';

/** A row knows its place in the file, so that the rows of other units keep theirs. */
interface Row {
	readonly at: number;
	readonly fields: readonly string[];
}

/** Blanks that do not make another unit of a key. */
const BLANKS = ['', '', '', ' ', '\t', '\u00a0', '\ufeff'];

/** Small files for a specification of kind table. */
export class TableInventor implements Inventor<readonly Row[]> {
	readonly place: string;
	readonly #source: TableSource;
	readonly #domain: Domain;
	readonly #random: Random;
	readonly #contribution: number;
	readonly #matrix: SeriesMatrix;
	readonly #values: readonly (readonly [column: string, values: Values])[];
	/** A row that many units share, so that counts of more than one are met. */
	readonly #common: readonly string[];
	/** One way to write the file for both of a pair. */
	readonly #separator: string;
	readonly #lineEnd: string;
	#units = 0;

	constructor({ spec, domain }: Pick<Specification, 'spec' | 'domain'>, plan: Plan, place: string, random: Random) {
		if (spec.source?.kind !== 'table') throw new RangeError('a single file is invented for a source of kind table');
		this.place = place;
		this.#source = spec.source;
		this.#domain = domain;
		this.#random = random;
		this.#contribution = spec.unit.contribution;
		this.#matrix = plan.series?.matrix ?? eachPeriod(plan.series?.periods ?? 0);
		this.#values = [...columnValues(domain, spec.source)].filter(([column]) => column !== this.#source.unit);
		this.#common = this.#soundRow();
		this.#separator = this.#pick([',', ';']);
		this.#lineEnd = this.#pick(['\n', '\r\n', '\r']);
	}

	unit(): Row[] {
		const key = this.#random.below(12) === 0 ? this.#pick(['', 'NA', 'none']) : this.#nextKey();
		const common = this.#random.below(2) === 0;
		return this.#rows(key, this.#fewRows(), () =>
			common ? this.#common : this.#random.below(2) === 0 ? this.#soundRow() : this.#anyRow()
		);
	}

	worstUnit(): Row[] {
		const row = this.#random.below(2) === 0 ? [...this.#common] : this.#soundRow();
		const outer = this.#random.below(2) === 0 ? Math.max : Math.min;
		for (const { column } of this.#domain.amounts ?? []) {
			const at = this.#values.findIndex(([name]) => name === column);
			const amounts = this.#sound(column).map(Number).filter(Number.isFinite);
			if (amounts.length > 0) row[at] = String(amounts.reduce((a, b) => outer(a, b)));
		}
		const { series } = this.#domain;
		if (series !== undefined) return this.#worstSeries(row, series.attribute, series.spells);
		return this.#rows(this.#nextKey(), this.#contribution + 1, () => row);
	}

	write(units: readonly (readonly Row[])[]): void {
		const header = [this.#source.unit ?? 'no unit', ...this.#values.map(([column]) => column)];
		const rows = units.flat().toSorted((a, b) => a.at - b.at);
		const lines = [header, ...rows.map(({ fields }) => fields)].map((fields) => csvLine(fields, this.#separator));
		writeFileSync(this.place, lines.map((line) => line + this.#lineEnd).join(''));
	}

	/** A row in each of the periods that cost most, in other cells of every table from spell to spell. */
	#worstSeries(row: readonly string[], attribute: string, spells: number): Row[] {
		const { rule, codes } = this.#domain.attributes.find(({ name }) => name === attribute)!;
		const at = this.#values.findIndex(([column]) => 'column' in rule && column === rule.column);
		const places = Array.from({ length: spells }, (_, i) => (i === 0 ? row : this.#elsewhere(row, i)));
		const key = this.#nextKey();
		return worstPeriods(this.#matrix, spells).flatMap(([period, spell]) =>
			this.#rows(key, 1, () => places[spell]!.with(at, codes[period]!))
		);
	}

	/** The row with other values of everything that is listed, amounts kept. */
	#elsewhere(row: readonly string[], shift: number): string[] {
		const amounts = new Set((this.#domain.amounts ?? []).map(({ column }) => column));
		return row.map((value, i) => {
			const [column, { listed }] = this.#values[i]!;
			const others = listed.filter((other) => passes(this.#source, column, other));
			return amounts.has(column) || others.length === 0
				? value
				: others[(others.indexOf(value) + shift + others.length) % others.length]!;
		});
	}

	#rows(key: string, count: number, row: () => readonly string[]): Row[] {
		return Array.from({ length: this.#source.unit === undefined ? 1 : count }, () => ({
			at: this.#random.next(),
			fields: [this.#pick(BLANKS) + key + this.#pick(BLANKS), ...row()]
		}));
	}

	#nextKey(): string {
		return `unit ${this.#units++}`;
	}

	/** Often more than the contribution; in a series a row in most of the periods. */
	#fewRows(): number {
		const { series, attributes } = this.#domain;
		const periods = attributes.find(({ name }) => name === series?.attribute)?.codes.length ?? 1;
		return 1 + this.#random.below((this.#contribution + 2) * periods);
	}

	#anyRow(): string[] {
		return this.#values.map(([, { all }]) => this.#pick(all));
	}

	#soundRow(): string[] {
		return this.#values.map(([column]) => this.#pick(this.#sound(column)));
	}

	/** Values of a column that a filter lets through. */
	#sound(column: string): string[] {
		const { listed, all } = this.#values.find(([name]) => name === column)![1];
		const sound = listed.filter((value) => passes(this.#source, column, value));
		return sound.length > 0 ? sound : all;
	}

	#pick<T>(from: readonly T[]): T {
		return from[this.#random.below(from.length)]!;
	}
}

/** Quoted where it must be: a value may hold the separator that this file does not have. */
function csvLine(fields: readonly string[], separator: string): string {
	const bare = separator === ';' ? /^[\w .,-]*$/ : /^[\w .;-]*$/;
	return fields.map((field) => (bare.test(field) ? field : `"${field.replaceAll('"', '""')}"`)).join(separator);
}
