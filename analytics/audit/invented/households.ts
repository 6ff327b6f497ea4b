import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNKNOWN, type RegionTree } from '../../contract/region-tree.ts';
import { GBAADRESOBJECTBUS } from '../../microdata/tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../../microdata/tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../../microdata/tables/gbapersoontab.ts';
import { OPEN_END } from '../../microdata/tables/keys.ts';
import { SCHULDENPROBLEMATIEKTAB } from '../../microdata/tables/schuldenproblematiektab.ts';
import { VSLGWBTAB } from '../../microdata/tables/vslgwbtab.ts';
import type { Specification } from '../../specification/load.ts';
import type { Random } from '../../synthetic/random.ts';
import { inventedFiles, type InventedFile } from './cbs-files.ts';
import { RowInventor, type Cells, type PersonKey, type Row } from './cbs-rows.ts';
import type { Inventor } from './population.ts';

/** A household on the reference date, or one that ended before. */
interface Home {
	readonly number: string;
	readonly since: string;
	readonly address: string;
	/** Its members, and dead or absent persons whom no other household names. */
	readonly own: PersonKey[];
}

/** About as many households as a population has; rows name persons of so many keys before and after. */
const RECENT = 12;
const FIRST_OTHER = 500_000_000;
/** So many addresses are known; a household may also live at one that is not. */
const ADDRESSES = 60;
/** Rows of a person in one file, about. */
const MOST_ROWS = 3;
/** No household began before, so that its members lived elsewhere before. */
const OLDEST = '20000101';

/** Small folders of CBS tables in which all rows of a household, or of a person, come or go together. */
export class HouseholdInventor implements Inventor<readonly Row[]> {
	readonly place: string;
	readonly #random: Random;
	readonly #make: RowInventor;
	readonly #year: number;
	readonly #files: readonly InventedFile[];
	/** Persons are invented alone, or in an institution that they share: without its reference person a household stops a release. */
	readonly #alone: boolean;
	readonly #places: readonly Row[];
	/**
	 * Rows of nobody's household: of a person who cannot be linked, as files without any row are no delivery and stop at the
	 * gate, and of some who are dead or gone, whom anybody may name.
	 */
	readonly #always: readonly Row[];
	readonly #gone: PersonKey[] = [];
	/** How many keys were given to members, and to persons who are in no household on the reference date. */
	readonly #keys = { members: 0, others: FIRST_OTHER };
	readonly #homes: Home[] = [];

	constructor(specification: Pick<Specification, 'spec' | 'domain'>, place: string, random: Random) {
		const { spec, domain } = specification;
		this.place = place;
		this.#random = random;
		this.#year = Number(spec.period);
		this.#make = new RowInventor(random, this.#year);
		this.#files = inventedFiles(specification);
		this.#alone = spec.unit.kind === 'person';
		this.#places = this.#knownAddresses(domain.region?.tree ?? null);
		const nowhere = this.#home(false);
		const nobody = this.#about(['F', this.#nextKey('others')], nowhere, false, 1);
		for (let person = 0; person < 3; person++) this.#gone.push(['R', this.#nextKey('others')]);
		this.#always = [...nobody, ...this.#gone.flatMap((person) => this.#about(person, nowhere, true))];
	}

	unit(): Row[] {
		return this.#household({ odd: true, type: String(1 + this.#random.below(8)), most: 4 });
	}

	worstUnit(): Row[] {
		return this.#household({ odd: false, type: String(1 + this.#random.below(7)), most: 10 });
	}

	write(units: readonly (readonly Row[])[]): void {
		mkdirSync(this.place, { recursive: true });
		const rows = [...this.#places, ...this.#always, ...units.flat()].toSorted((a, b) => a.at - b.at);
		for (const file of this.#files) {
			const own = rows.filter((row) => row.file === file);
			const lines = [file.columns, ...own.map(({ cells }) => file.columns.map((column) => cells[column]))];
			writeFileSync(join(this.place, `${file.name}.csv`), lines.map((line) => `${line.join(';')}\n`).join(''));
		}
	}

	/** All rows about the members of one household. Odd: parts are missing, ended, contradictory or not linkable. */
	#household({ odd, type, most }: { odd: boolean; type: string; most: number }): Row[] {
		const unlikely = () => odd && this.#random.below(6) === 0;
		const shared = this.#alone && type === '8';
		const home = shared ? { ...this.#homes[0]!, own: [] } : this.#home(unlikely());
		const isOver = unlikely();
		const end = isOver ? `${this.#year}1230` : unlikely() ? `${this.#year}1231` : OPEN_END;
		const size = this.#alone ? 1 : 1 + this.#random.below(most);
		const rows: Row[] = [];
		for (let member = 0; member < size; member++) {
			// A private household has one linkable reference person, or the gate stops it; an institution may have any number.
			const head = member === 0;
			const kind = !head && unlikely() ? this.#make.pick(['F', 'S']) : 'R';
			const person: PersonKey = [kind, this.#nextKey(isOver ? 'others' : 'members')];
			const reference = type === '8' ? String(this.#random.below(2)) : head ? '1' : '0';
			home.own.push(person);
			rows.push(...this.#living(person, home, { DATUMEINDEHH: end, TYPHH: type, REFPERSOONHH: reference }));
			rows.push(...this.#about(person, home, odd));
		}
		if (unlikely() || unlikely()) {
			const absent: PersonKey = ['R', this.#nextKey('others')];
			home.own.push(absent);
			rows.push(...this.#about(absent, home, odd));
		}
		return rows;
	}

	#home(odd: boolean): Home {
		const since = this.#make.day(`${this.#year}1231`, OLDEST);
		const home = { number: `H${this.#homes.length}`, since, address: this.#address(odd), own: [] };
		this.#homes.push(home);
		return home;
	}

	/** The spell in the household. */
	#living(person: PersonKey, { number, since }: Home, rest: Cells): Row[] {
		const given = () => ({ HUISHOUDNR: number, DATUMAANVANGHH: since, ...rest });
		const file = this.#files.find(({ table }) => table === GBAHUISHOUDENSBUS)!;
		return this.#make.rows(file, person, { count: 1, odd: false, relative: () => person, given });
	}

	/** What all tables tell of a person, beside the spell in the household. Whom one has no row of is unknown, or not in it. */
	#about(person: PersonKey, home: Home, odd: boolean, least = 0): Row[] {
		return this.#files.flatMap((file) => {
			if (file.table === VSLGWBTAB) return [];
			return this.#make.rows(file, person, {
				count: (file.table === GBAPERSOONTAB ? 1 : least) + this.#random.below(MOST_ROWS),
				odd,
				relative: () => this.#relative(home),
				given: () => this.#given(file, home, odd),
				// Who is in two households on the date stops a release.
				...(file.table === GBAHUISHOUDENSBUS ? { before: home.since } : {})
			});
		});
	}

	/** What a row says of homes: some name another one than the register does, such as one of the last that were made. */
	#given({ table }: InventedFile, home: Home, odd: boolean): Cells {
		const away = odd && this.#random.below(3) === 0;
		if (table === GBAADRESOBJECTBUS)
			return { SOORTOBJECTNUMMER: 'B', RINOBJECTNUMMER: away ? this.#address(true) : home.address };
		const { number, since } = away ? this.#make.pick(this.#homes.slice(-RECENT)) : home;
		if (table === GBAHUISHOUDENSBUS) return { HUISHOUDNR: number };
		return table === SCHULDENPROBLEMATIEKTAB ? { HUISHOUDNR: number, DATUMAANVANGHH: since } : {};
	}

	/** Somebody of the household, or of no household, or a member of another one: whatever is known of that one goes with it. */
	#relative({ own }: Home): PersonKey {
		const near = Math.max(1, this.#keys.members + this.#random.below(2 * RECENT) - RECENT);
		return this.#random.below(2) === 0 ? ['R', keyOf(near)] : this.#make.pick([...own, ...this.#gone, ['', '']]);
	}

	#nextKey(of: 'members' | 'others'): string {
		return keyOf(++this.#keys[of]);
	}

	/** Half of the households live in one place, so that counts of more than one are met. */
	#address(odd: boolean): string {
		const number = odd ? this.#random.below(ADDRESSES + 5) : this.#random.below(2) * this.#random.below(ADDRESSES);
		return String(number).padStart(32, '0');
	}

	/** Public addresses, spread over the leaves of the tree; some lie in no buurt, or in one that is not listed. */
	#knownAddresses(tree: RegionTree | null): Row[] {
		const file = this.#files.find(({ table }) => table === VSLGWBTAB);
		if (file === undefined) return [];
		const codes = (tree?.leaves() ?? []).map((leaf) => tree!.regions[leaf]!.code).filter((code) => code !== UNKNOWN);
		return Array.from({ length: ADDRESSES }, (_, i) => {
			const code = codes[Math.floor((i * codes.length) / ADDRESSES)]?.replace(/^[A-Z]+/, '') ?? '00000000';
			const bc = i % 10 === 7 ? '--------' : i % 10 === 9 ? '99999999' : code;
			const fields = ['B', String(i).padStart(32, '0'), bc.slice(0, 4), bc.slice(0, 6), bc];
			const cells = Object.fromEntries(file.columns.map((column, at) => [column, fields[at]!]));
			return { file, at: this.#random.next(), cells };
		});
	}
}

function keyOf(person: number): string {
	return String(person).padStart(9, '0');
}
