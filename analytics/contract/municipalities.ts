import data from './municipalities.json' with { type: 'json' };

/** Public facts of a municipality on the classification of 2024. */
export interface Municipality {
	/** "GM" and four digits. */
	readonly code: string;
	/** On 1 January 2024. */
	readonly inhabitants: number;
	/** Private households on 1 January 2020. */
	readonly households: number;
	readonly landKm2: number;
}

/** The 342 municipalities, by code. Written by `npm run generate` from the tables in analytics/regions/data. */
export const municipalities: readonly Municipality[] = data;
