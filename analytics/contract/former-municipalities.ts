import data from './former-municipalities.json' with { type: 'json' };

/** A municipality that is no more. */
export interface FormerMunicipality {
	/** "GM" and four digits. */
	readonly code: string;
	readonly name: string;
	/** Codes of the municipalities that have, or once had, its area since. */
	readonly now: readonly string[];
}

/** Those that ended since 2018, by code. Written by `npm run generate` from the tables in analytics/regions/data. */
export const former: readonly FormerMunicipality[] = data;
