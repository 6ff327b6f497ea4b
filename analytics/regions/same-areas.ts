import { UNKNOWN, type Region } from '../contract/region-tree.ts';
import { FIRST_VINTAGE, LAST_VINTAGE } from './changes.ts';
import { passages, type Passage } from './mergers.ts';
import { gemeentenIn } from './nederland.ts';

type Areas = readonly Region[];

const GEMEENTE = /^GM\d{4}$/;

/**
 * Codes that stand for the same area in two region trees, at the same level. Of two trees of Dutch municipalities the public
 * record of changes decides: a province whose municipalities merged among themselves is the same, a municipality that took in
 * another one is not, though its code is. Of other regions nothing is known but the trees themselves: a region is the same
 * when all that lies in it is, by code, name and place, and a region without parts when its neighbours are as well.
 */
export function sameAreas(one: Areas, other: Areas): Set<string> {
	const numbers = new Map<string, number>();
	const [a, b] = [contentsOf(one, numbers), contentsOf(other, numbers)];
	const known = dutchPassages(a, b);
	const same = new Set<string>();
	for (const [code, mine] of a) {
		const theirs = b.get(code);
		if (theirs === undefined || theirs.level !== mine.level) continue;
		const decided = known !== null && mine.municipalities.size > 0 && theirs.municipalities.size > 0;
		if (decided ? keepsAll(mine, theirs, known) : isUnchanged(code, a, b)) same.add(code);
	}
	return same;
}

interface Content {
	readonly level: string;
	readonly parent: string | null;
	readonly isLeaf: boolean;
	/** The same number in both trees stands for the same region with the same parts. */
	readonly number: number;
	/** Codes of the Dutch municipalities in it; empty within one. */
	readonly municipalities: ReadonlySet<string>;
}

type Contents = ReadonlyMap<string, Content>;

function contentsOf(regions: Areas, numbers: Map<string, number>): Contents {
	const rows = regions.filter(({ code }) => code !== UNKNOWN);
	const parts = Map.groupBy(rows, ({ parent }) => parent);
	const contents = new Map<string, Content>();
	const read = (row: Region): Content => {
		const below = (parts.get(row.code) ?? []).map(read);
		const key = JSON.stringify([
			row.code,
			row.name,
			row.level,
			...below.map(({ number }) => number).toSorted((x, y) => x - y)
		]);
		const number = numbers.get(key) ?? numbers.size;
		numbers.set(key, number);
		const municipalities = GEMEENTE.test(row.code)
			? new Set([row.code])
			: new Set(below.flatMap((part) => [...part.municipalities]));
		const content = { level: row.level, parent: row.parent, isLeaf: below.length === 0, number, municipalities };
		contents.set(row.code, content);
		return content;
	};
	for (const root of parts.get(null) ?? []) read(root);
	return contents;
}

/** Where the municipalities of the first tree went in the second one, or null when one of them has others than the Dutch ones of a year. */
function dutchPassages(a: Contents, b: Contents): Passage[] | null {
	const [from, to] = [vintageOf(a), vintageOf(b)];
	if (from === undefined || to === undefined) return null;
	if (from <= to) return passages(from, to);
	return passages(to, from).map((passage) => ({ ...passage, from: passage.to, to: passage.from }));
}

function vintageOf(contents: Contents): number | undefined {
	const own = new Set([...contents.keys()].filter((code) => GEMEENTE.test(code)));
	for (let year = LAST_VINTAGE; year >= FIRST_VINTAGE; year--) {
		const all = gemeentenIn(year);
		if (all.length === own.size && all.every(({ code }) => own.has(code))) return year;
	}
	return undefined;
}

/** Nothing came in from outside, and nothing went out. */
function keepsAll(mine: Content, theirs: Content, known: readonly Passage[]): boolean {
	return known.every(({ from, to }) => mine.municipalities.has(from) === theirs.municipalities.has(to));
}

function isUnchanged(code: string, a: Contents, b: Contents): boolean {
	const [mine, theirs] = [a.get(code), b.get(code)];
	if (mine === undefined || theirs === undefined || mine.number !== theirs.number) return false;
	if (!mine.isLeaf || mine.parent === null) return true;
	return mine.parent === theirs.parent && a.get(mine.parent)?.number === b.get(mine.parent)?.number;
}
