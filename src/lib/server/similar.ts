import { municipalities } from '../../../analytics/contract/municipalities.ts';
import { similarMunicipalities } from '../../../analytics/early-warning/comparing/similar.ts';
import { whole } from '../format/numbers.ts';
import { localeOf } from '../messages/index.ts';
import { compareTexts } from '../messages/compare-regions.ts';
import type { Lang } from '../messages/index.ts';
import type { Published } from './db.ts';
import { namedRegions } from './queries/compare-regions.ts';

const SHOWN = 5;

/** Municipalities like the first of the chosen regions that is one, without those chosen already; null when none is. */
export async function similarTo(db: Published, tree: string, codes: readonly string[], lang: Lang) {
	const of = codes.find((code) => municipalities.some((place) => place.code === code));
	if (of === undefined) return null;
	const near = similarMunicipalities(municipalities, of, SHOWN + codes.length)
		.filter(({ code }) => !codes.includes(code))
		.slice(0, SHOWN);
	const named = await namedRegions(db, tree, [of, ...near.map(({ code }) => code)]);
	const nameOf = (code: string) => named.find((region) => region.code === code)?.name;
	return {
		of: nameOf(of) ?? of,
		rows: near.flatMap(({ code }) => {
			const name = nameOf(code);
			return name === undefined ? [] : [{ code, name, facts: factsOf(code, lang) }];
		})
	};
}

function factsOf(code: string, lang: Lang): string {
	const place = municipalities.find((one) => one.code === code);
	if (place === undefined) return '';
	const { inhabitants, households, landKm2 } = place;
	const size = new Intl.NumberFormat(localeOf[lang], { maximumFractionDigits: 1 }).format(inhabitants / households);
	return compareTexts(lang).similarFacts(
		whole(inhabitants, lang),
		whole(Math.round(inhabitants / landKm2), lang),
		size
	);
}
