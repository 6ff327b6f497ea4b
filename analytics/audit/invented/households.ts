import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNKNOWN, type RegionTree } from '../../contract/region-tree.ts';
import { GBAHUISHOUDENSBUS } from '../../microdata/tables/gbahuishoudensbus.ts';
import { INHATAB } from '../../microdata/tables/inhatab.ts';
import type { Specification } from '../../specification/load.ts';
import type { Random } from '../../synthetic/random.ts';
import type { Inventor } from './population.ts';

type Table = 'persons' | 'households' | 'addresses' | 'places' | 'incomes' | 'debts';

/** A row of a CBS table, with its place in the file. */
interface Row {
	readonly table: Table;
	readonly at: number;
	readonly fields: readonly string[];
}

const OPEN_END = '88888888';
/** About as many households as a population has. */
const RECENT = 12;
/** So many addresses are known; a household may also live at one that is not. */
const ADDRESSES = 60;

/** Small folders of CBS tables in which all rows of a household come or go together. */
export class HouseholdInventor implements Inventor<readonly Row[]> {
	readonly place: string;
	readonly #random: Random;
	readonly #year: number;
	readonly #classification: number;
	readonly #places: readonly Row[];
	/** Rows of a person who cannot be linked and belongs to nobody: files without any row are no delivery, and stop at the gate. */
	readonly #always: readonly Row[];
	#persons = 0;
	readonly #households: { readonly number: string; readonly since: string }[] = [];

	constructor({ spec, domain }: Pick<Specification, 'spec' | 'domain'>, place: string, random: Random) {
		if (spec.source?.kind !== 'cbs') throw new RangeError('CBS tables are invented for a source of kind cbs');
		this.place = place;
		this.#random = random;
		this.#year = Number(spec.period);
		this.#classification = spec.source.classification;
		this.#places = this.#knownAddresses(domain.region?.tree ?? null);
		const nobody = this.#household({ odd: false, type: '8', size: 1 });
		this.#always = nobody.map((row) => ({ ...row, fields: ['F', ...row.fields.slice(1)] }));
	}

	unit(): Row[] {
		return this.#household({ odd: true, type: String(1 + this.#random.below(8)), size: 1 + this.#random.below(6) });
	}

	worstUnit(): Row[] {
		return this.#household({ odd: false, type: String(1 + this.#random.below(7)), size: 1 + this.#random.below(12) });
	}

	write(units: readonly (readonly Row[])[]): void {
		mkdirSync(this.place, { recursive: true });
		const rows = [...this.#places, ...this.#always, ...units.flat()].toSorted((a, b) => a.at - b.at);
		for (const [table, { name, columns }] of Object.entries(this.#tables())) {
			const lines = [columns, ...rows.filter((row) => row.table === table).map(({ fields }) => fields)];
			writeFileSync(join(this.place, `${name}.csv`), lines.map((line) => `${line.join(';')}\n`).join(''));
		}
	}

	#tables(): Record<Table, { name: string; columns: readonly string[] }> {
		const [year, c] = [this.#year, this.#classification];
		const person = ['RINPERSOONS', 'RINPERSOON'];
		return {
			persons: {
				name: `GBAPERSOON${year}TABV1`,
				columns: [...person, 'GBAGESLACHT', 'GBAGEBOORTEJAAR', 'GBAGEBOORTEMAAND']
			},
			households: {
				name: `GBAHUISHOUDENS${year}BUSV1`,
				columns: [...person, ...HOUSEHOLD_COLUMNS]
			},
			addresses: { name: `GBAADRESOBJECT${year}BUSV1`, columns: [...person, ...ADDRESS_COLUMNS] },
			places: { name: `VSLGWB${c}TABV1`, columns: [...OBJECT_COLUMNS, `gem${c}`, `wc${c}`, `bc${c}`] },
			incomes: { name: `INHA${year}TABV1`, columns: INCOME_COLUMNS },
			debts: {
				name: `SCHULDENPROBLEMATIEK${year}TABV1`,
				columns: [...person, 'DATUMAANVANGHH', 'HUISHOUDNR', `smalle_def_problematische_schulden_HH_${year + 1}0101`]
			}
		};
	}

	/** All rows about the members of one household. Odd: parts are missing, ended, contradictory or not linkable. */
	#household({ odd, type, size }: { odd: boolean; type: string; size: number }): Row[] {
		const number = `H${this.#households.length}`;
		const since = `${this.#year - this.#random.below(30)}0${1 + this.#random.below(9)}15`;
		const own = { number, since };
		this.#households.push(own);
		const unlikely = () => odd && this.#random.below(6) === 0;
		const end = unlikely() ? `${this.#year}1230` : unlikely() ? `${this.#year}1231` : OPEN_END;
		const home = this.#address(unlikely());
		const rows: Row[] = [];
		const add = (table: Table, ...fields: string[]) => rows.push({ table, at: this.#random.next(), fields });
		for (let member = 0; member < size; member++) {
			const head = member === 0;
			// A private household has one linkable reference person, or the gate stops it; an institution may have any number.
			const key = [!head && unlikely() ? this.#pick(['F', 'S']) : 'R', String(++this.#persons).padStart(9, '0')];
			const reference = type === '8' ? String(this.#random.below(2)) : head ? '1' : '0';
			add('persons', ...key, '1', '1980', '05');
			add('households', ...key, since, end, number, type, '1', reference, String(size));
			// A spell in another household that ended before, with a number of its own.
			if (unlikely()) add('households', ...key, '19900115', '19950101', `${number} before`, '1', '1', '1', '1');
			if (!unlikely()) add('addresses', ...key, '20000115', unlikely() ? '20010101' : OPEN_END, 'B', home);
			if (unlikely()) add('addresses', ...key, '20100115', OPEN_END, 'B', this.#address(true));
			if (head ? !unlikely() : unlikely())
				add('incomes', 'R', key[1]!, ...incomeFields(this.#pick(['0', '50', '99', '100', '250', '-1', '-3', ''])));
			// Some rows name another household than the register does, such as one of the last that were made.
			const guest = odd && this.#random.below(3) === 0;
			const named = guest ? this.#pick(this.#households.slice(-RECENT)) : own;
			const flag = this.#pick(guest ? ['0', '1'] : ['0', '0', '0', '0', '1']);
			if (!unlikely()) add('debts', ...key, named.since, named.number, flag);
		}
		return rows;
	}

	/** Half of the households live in one place, so that counts of more than one are met. */
	#address(odd: boolean): string {
		const number = odd ? this.#random.below(ADDRESSES + 5) : this.#random.below(2) * this.#random.below(ADDRESSES);
		return String(number).padStart(32, '0');
	}

	/** Public addresses, spread over the leaves of the tree; some lie in no buurt, or in one that is not listed. */
	#knownAddresses(tree: RegionTree | null): Row[] {
		const codes = (tree?.leaves() ?? []).map((leaf) => tree!.regions[leaf]!.code).filter((code) => code !== UNKNOWN);
		return Array.from({ length: ADDRESSES }, (_, i) => {
			const code = codes[Math.floor((i * codes.length) / ADDRESSES)]?.replace(/^[A-Z]+/, '') ?? '00000000';
			const bc = i % 10 === 7 ? '--------' : i % 10 === 9 ? '99999999' : code;
			return {
				table: 'places',
				at: this.#random.next(),
				fields: ['B', String(i).padStart(32, '0'), bc.slice(0, 4), bc.slice(0, 6), bc]
			};
		});
	}

	#pick<T>(from: readonly T[]): T {
		return from[this.#random.below(from.length)]!;
	}
}

/** The fields of an income behind its key: as a percentage of the low-income threshold, and nothing else of note. */
function incomeFields(percentage: string): string[] {
	const others: Readonly<Record<string, string>> = { INHARMLAG: percentage, INHBBIHJ: '11', INHEHALGR: '1' };
	return INCOME_COLUMNS.slice(2).map((column) => others[column] ?? '-1');
}

/** Without the two that name the person. */
const HOUSEHOLD_COLUMNS = GBAHUISHOUDENSBUS.columns.slice(2);
const INCOME_COLUMNS = INHATAB.columns;
const OBJECT_COLUMNS = ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'];
const ADDRESS_COLUMNS = ['GBADATUMAANVANGADRESHOUDING', 'GBADATUMEINDEADRESHOUDING', ...OBJECT_COLUMNS];
