// Published figures of Statistics Netherlands (CBS, open data, CC BY 4.0) that deliveries are compared with. They are public, so
// a comparison tells nothing of a record; thresholds are fixed and wide enough for revisions.

/**
 * Households with an income below the low-income threshold, percent, by year. CBS StatLine 83841NED, table "Laag en langdurig
 * laag inkomen; huishoudenskenmerken"; 2023 is provisional.
 */
export const LOW_INCOME: Readonly<Record<number, number>> = {
	2016: 7.9,
	2017: 7.9,
	2018: 7.9,
	2019: 7.5,
	2020: 6.8,
	2021: 6.3,
	2022: 4.2,
	2023: 3.6
};

/**
 * Households with registered problematic debts by 12 criteria on 1 January after the year, percent. CBS, dashboard
 * "Schuldenproblematiek in beeld".
 */
export const DEBTS: Readonly<Record<number, number>> = { 2020: 7.7, 2021: 8.1, 2022: 8.8, 2023: 8.9 };

/** Persons with general social assistance below pension age at the end of the year, thousands. CBS, cbs.nl 2024/09 and later. */
export const ASSISTANCE: Readonly<Record<number, number>> = {
	2016: 465,
	2017: 457,
	2018: 432,
	2019: 415,
	2020: 428,
	2021: 408,
	2022: 397,
	2023: 401,
	2024: 406
};

/** Inhabitants on 1 January after the year. CBS: kerncijfers wijken en buurten 2020; gebieden in Nederland 2024. */
export const POPULATION: Readonly<Record<number, number>> = { 2019: 17_407_585, 2023: 17_942_942 };

/** Private households on 1 January after the year. CBS StatLine 71486ned. */
export const HOUSEHOLDS_TOTAL: Readonly<Record<number, number>> = { 2019: 7_997_800, 2023: 8_374_404 };

/** Shares of age groups in 2020, percent (CBS, kerncijfers wijken en buurten 2020), up to and without the age `below`. */
export const AGES: readonly { readonly from: number; readonly below: number; readonly share: number }[] = [
	{ from: 0, below: 15, share: 15.6 },
	{ from: 15, below: 25, share: 12.3 },
	{ from: 25, below: 45, share: 24.8 },
	{ from: 45, below: 65, share: 27.8 },
	{ from: 65, below: 200, share: 19.5 }
];

/** Persons: a delivery of fewer is a sample of the country, whose totals tell nothing. */
export const FULL_SIZE = 15_000_000;
