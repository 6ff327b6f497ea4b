import { fold, words } from '../format/folded-name.ts';
import type { Published } from './db.ts';
import { otherNames } from './other-names.ts';
import { mainTree } from './queries/main-tree.ts';
import { regionNames } from './queries/region-names.ts';

export interface Found {
	readonly tree: string;
	readonly code: string;
	readonly name: string;
	readonly level: string;
	readonly parent: string | null;
	/** Name that was looked for, where it is not its own: of a municipality that it took in, or one in daily use. */
	readonly other: { readonly name: string; readonly isFormer: boolean } | null;
}

type Row = Awaited<ReturnType<typeof regionNames>>[number];

/** Names of all regions, in the memory of this process: searching while somebody types takes some milliseconds. */
export class RegionIndex {
	readonly #rows: readonly (Row & { words: string; folded_code: string })[];
	readonly #there: ReadonlySet<string>;
	/** The tree that a region's page shows when its address names none. */
	readonly mainTree: string | null;

	/** @param rows in the order in which equally good results are to stand. */
	constructor(rows: readonly Row[], mainTree: string | null) {
		this.mainTree = mainTree;
		this.#rows = rows.map((row) => ({ ...row, words: words(row.name), folded_code: fold(row.code) }));
		this.#there = new Set(rows.map(({ tree, code }) => `${tree} ${code}`));
	}

	/**
	 * Regions of one tree or all whose name holds the text, accents and capitals aside, or whose code starts with it, or that
	 * have another name like it. First those with that very name, then those whose name starts with it, those of which a word or
	 * another name does, and those that hold it elsewhere.
	 */
	search(text: string, tree: string | undefined, most: number): Found[] {
		const sought = fold(text);
		const word = words(text);
		// Every name holds a text of nothing but signs and accents.
		if (word.trim() === '') return [];
		const others = otherNames(text);
		const places: Found[][] = [[], [], [], []];
		for (const row of this.#rows) {
			if (tree !== undefined && row.tree !== tree) continue;
			let place = placeOf(row, sought, word);
			const other = others.get(row.code);
			// In a classification that still has the municipality, nothing has taken its name over.
			const hasOther = other !== undefined && !(other.was !== null && this.#there.has(`${row.tree} ${other.was}`));
			const isOther = hasOther && (other.words === word ? 0 : 2) < place;
			if (isOther) place = other.words === word ? 0 : 2;
			const bucket = places[place];
			if (bucket === undefined || bucket.length >= most) continue;
			const { code, name, level, parent } = row;
			const named = isOther ? { name: other.name, isFormer: other.was !== null } : null;
			bucket.push({ tree: row.tree, code, name, level, parent, other: named });
		}
		return places.flat().slice(0, most);
	}

	/** Codes of the regions of the main tree that most people live in, so many of each level, by level. */
	largest(each: number): Map<string, string[]> {
		const codes = new Map<string, string[]>();
		for (const { tree, level, code } of this.#rows) {
			if (tree !== this.mainTree) continue;
			const ofLevel = codes.get(level) ?? [];
			codes.set(level, ofLevel);
			if (ofLevel.length < each) ofLevel.push(code);
		}
		return codes;
	}
}

const NOT_FOUND = 4;

function placeOf(
	row: { folded_name: string; words: string; folded_code: string },
	sought: string,
	word: string
): number {
	if (row.folded_name === sought || row.folded_code === sought) return 0;
	if (row.folded_name.startsWith(sought) || row.folded_code.startsWith(sought)) return 1;
	if (row.words.includes(word)) return 2;
	return row.folded_name.includes(sought) ? 3 : NOT_FOUND;
}

let held: { version: string; index: Promise<RegionIndex> } | undefined;

/** The index of a publication; it is read once, and kept while the database does not answer. */
export function regionIndex(db: () => Published, version: string | null): Promise<RegionIndex> {
	if (held !== undefined && (version === null || held.version === version)) return held.index;
	const index = read(db());
	const mine = { version: version ?? '', index };
	held = mine;
	// What could not be read is read again when it is next asked for.
	index.catch(() => held === mine && (held = undefined));
	return index;
}

async function read(db: Published): Promise<RegionIndex> {
	const [rows, tree] = await Promise.all([regionNames(db), mainTree(db)]);
	return new RegionIndex(rows, tree);
}
