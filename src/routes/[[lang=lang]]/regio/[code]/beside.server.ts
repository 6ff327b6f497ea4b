import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { href } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { regionTotals } from '$lib/server/queries/region-totals.ts';
import type { RegionTotal } from '$lib/server/queries/region-totals.ts';
import { search } from '$lib/server/search.ts';
import { similarTo } from '$lib/server/similar.ts';
import { MOST_BESIDE } from '$lib/url.ts';
import type { RegionState } from '$lib/url.ts';

interface BesideQuestion {
	readonly region: { readonly code: string; readonly tree: string };
	/** The country, whose line is drawn already. */
	readonly root: string;
	readonly specs: readonly string[];
	readonly state: RegionState;
	readonly lang: Lang;
}

export interface Beside {
	readonly code: string;
	readonly name: string;
}

/** Regions that a reader puts beside this one, with their figures, and which others are like it. */
export async function besideView(db: Published, { region, root, specs, state, lang }: BesideQuestion) {
	const found = await Promise.all(state.vergelijk.map((text) => called(db, text, region.tree)));
	const drawn = [region.code, root];
	const chosen = found
		.flatMap((one) => one ?? [])
		.filter(({ code }, i, all) => !drawn.includes(code) && all.findIndex((other) => other.code === code) === i);
	const [totals, similar] = await Promise.all([
		regionTotals(db, { specs, regions: chosen.map(({ code }) => code) }),
		similarTo(db, region.tree, [region.code, ...chosen.map(({ code }) => code)], lang)
	]);
	const address = (codes: readonly string[]) =>
		`${href(lang, `/regio/${encodeURIComponent(region.code)}`, { ...state, vergelijk: codes })}#ernaast`;
	const codes = chosen.map(({ code }) => code);
	return {
		totals: totals satisfies RegionTotal[],
		view: {
			chosen: chosen.map(({ code, name }) => ({
				code,
				name,
				without: address(codes.filter((other) => other !== code))
			})),
			unknown: state.vergelijk.filter((_, i) => found[i] === undefined),
			isFull: chosen.length >= MOST_BESIDE,
			similar: (similar?.rows ?? []).map(({ code, name }) => ({ code, name, href: address([...codes, code]) })),
			/** What the address says beside these regions, for the form to keep. */
			kept: { ...state, vergelijk: undefined }
		}
	};
}

/** The region that a code or a name means: the likeliest of those found. */
async function called(db: Published, text: string, tree: string): Promise<Beside | undefined> {
	const [best] = await search(db, text, tree, 1);
	return best === undefined || best.code === UNKNOWN ? undefined : { code: best.code, name: best.name };
}
