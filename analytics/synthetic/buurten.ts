import { dutchTree, gemeenten } from '../regions/nederland.ts';
import { Random, cumulate } from './random.ts';

/** Streams of the seed that no municipality uses. */
const STREAM = 1_000_000;
/** Spread of sizes, and of low income between and within wijken: standard deviations of logarithms. */
const SPREAD = { size: 0.8, wijk: 0.35, buurt: 0.3 };

/** How buurten differ within their municipality. */
export interface Effects {
	/** Logarithm of a factor on the share of low incomes. */
	readonly logLowIncome: ArrayLike<number>;
	/** Factor on the chance of debts, of mean 1 over households. */
	readonly debt: ArrayLike<number>;
}

export interface Buurten extends Effects {
	/** Codes without letters, as in VSLGWBTAB: 8 characters. */
	readonly codes: readonly string[];
	/** Draws a buurt number in proportion to its share of the households, by municipality. */
	readonly drawn: readonly ((random: Random) => number)[];
}

/** Of each municipality the wijken, and of each of these its buurten: codes without letters. */
type Codes = readonly (readonly (readonly string[])[])[];

function codesByWijk(): Codes {
	const tree = dutchTree(2024);
	return gemeenten.map(({ code }) =>
		tree.children[tree.find(code)!]!.map((wijk) =>
			tree.children[wijk]!.map((buurt) => tree.regions[buurt]!.code.slice(2))
		)
	);
}

let codes: readonly string[] | undefined;

/** Codes without letters, as in VSLGWBTAB: 8 characters; by number. */
export function buurtCodes(): readonly string[] {
	return (codes ??= codesByWijk().flat(2));
}

/** The buurten of the country with sizes and effects of their own, in the order of `gemeenten`. */
export function inventBuurten(seed: number): Buurten {
	const random = new Random(seed, STREAM);
	const lowIncome: number[] = [];
	const debt: number[] = [];
	const drawn: ((random: Random) => number)[] = [];
	for (const wijken of codesByWijk()) {
		const first = debt.length;
		const sizes: number[] = [];
		for (const buurten of wijken) {
			const shared = SPREAD.wijk * random.normal();
			for (let buurt = 0; buurt < buurten.length; buurt++) {
				sizes.push(Math.exp(SPREAD.size * random.normal()));
				const effect = shared + SPREAD.buurt * random.normal();
				lowIncome.push(Math.exp(effect));
				debt.push(Math.exp(0.8 * effect + 0.15 * random.normal()));
			}
		}
		for (const effects of [lowIncome, debt]) toMeanOne(effects, sizes, first);
		const cumulative = cumulate(sizes);
		drawn.push((source) => first + source.pick(cumulative));
	}
	return { codes: buurtCodes(), logLowIncome: Float64Array.from(lowIncome, Math.log), debt, drawn };
}

function toMeanOne(effects: number[], sizes: readonly number[], first: number): void {
	const total = sizes.reduce((a, b) => a + b);
	const mean = sizes.reduce((sum, size, i) => sum + size * effects[first + i]!, 0) / total;
	for (let i = 0; i < sizes.length; i++) effects[first + i]! /= mean;
}
