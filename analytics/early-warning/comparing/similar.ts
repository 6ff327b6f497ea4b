import type { Municipality } from '../../contract/municipalities.ts';

export interface Similar {
	readonly code: string;
	/** 0: alike in every characteristic; 1: one standard deviation apart in one of them. */
	readonly distance: number;
}

/** What makes municipalities alike, before anything is known of poverty: size, density and size of households. */
const characteristics: readonly ((place: Municipality) => number)[] = [
	({ inhabitants }) => Math.log(inhabitants),
	({ inhabitants, landKm2 }) => Math.log(inhabitants / landKm2),
	({ inhabitants, households }) => Math.log(inhabitants / households)
];

/**
 * The municipalities most like one, the nearest first: Euclidean distance between the logarithms of inhabitants, inhabitants per
 * km2 of land and inhabitants per household, each divided by its standard deviation over all municipalities. Public facts only,
 * so that regions are not called similar because their poverty is.
 * @returns empty when nothing is known of the code
 */
export function similarMunicipalities(places: readonly Municipality[], code: string, count: number): Similar[] {
	const at = places.findIndex((place) => place.code === code);
	if (at < 0) return [];
	const scaled = characteristics.map((characteristic) => standardised(places.map(characteristic)));
	return places
		.map((place, i) => ({
			code: place.code,
			distance: Math.hypot(...scaled.map((values) => values[i]! - values[at]!))
		}))
		.filter((place) => place.code !== code)
		.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
		.slice(0, count);
}

/** Values in standard deviations; all the same stay the same. */
function standardised(values: readonly number[]): number[] {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
	return values.map((value) => (sd > 0 ? (value - mean) / sd : 0));
}
