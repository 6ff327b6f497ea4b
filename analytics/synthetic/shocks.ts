import { InputError } from '../errors.ts';
import { dutchTree } from '../regions/nederland.ts';
import { municipalMargins, type Margins } from './margins.ts';

/** Something that happens in one region, such as a factory that closes: from a year on, more people lose work or fall into debt. */
export interface Shock {
	readonly kind: 'unemployment' | 'debts';
	/** Code of a region of 2024, gemeente or larger. */
	readonly region: string;
	readonly year: number;
	/** How many times as often, above zero. */
	readonly factor: number;
}

/** @throws InputError for a region that is not there, or a factor that is no factor. */
export function checkShocks(shocks: readonly Shock[]): void {
	for (const { region, factor } of shocks) {
		if (gemeentenOf(region).size === 0)
			throw new InputError(`There is no gemeente, COROP-gebied, provincie or landsdeel ${region} in 2024.`);
		if (!(factor > 0 && factor <= 100)) throw new InputError(`The factor of a shock lies above 0, and is at most 100.`);
	}
}

/** The margins of the municipalities as they are in a year. */
export function marginsIn(year: number, shocks: readonly Shock[]): readonly Margins[] {
	const begun = shocks.filter((shock) => shock.year <= year);
	return begun.reduce<readonly Margins[]>(struck, municipalMargins);
}

function struck(margins: readonly Margins[], { kind, region, factor }: Shock): Margins[] {
	const hit = gemeentenOf(region);
	const ratio = kind === 'debts' ? 'debtRatio' : 'unemploymentRatio';
	return margins.map((one) => (hit.has(one.code) ? { ...one, [ratio]: one[ratio] * factor } : one));
}

/** Codes of the municipalities in a region. */
function gemeentenOf(region: string): ReadonlySet<string> {
	const tree = dutchTree(2024, 'gemeente');
	const top = tree.find(region);
	const inside = new Set(top === undefined ? [] : [top]);
	const codes = new Set<string>();
	for (const [node, { code, level }] of tree.regions.entries()) {
		if (inside.has(tree.parent[node]!)) inside.add(node);
		if (inside.has(node) && level === 'gemeente') codes.add(code);
	}
	return codes;
}
