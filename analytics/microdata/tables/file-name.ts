/**
 * Names of the files of a table, without their ending. CBS writes GBAPERSOON2023TABV1 and GBAHUISHOUDENS2023BUSV1; in some
 * years the suffix comes before the year (GBAPERSOONTAB2016V1), and a file may lack its suffix or its version.
 */
export function cbsFileName(stem: string, suffix: 'TAB' | 'BUS'): RegExp {
	return new RegExp(`^${stem}(?:${suffix})?(?<year>\\d{4})(?:${suffix})?(?:V(?<version>\\d+))?$`, 'i');
}

/** Names of the files of a table of which each holds a month (WUSUITKERING1A201912TABV1) or a quarter (...2019k4TABV1). */
export function cbsMonthFileName(stem: string): RegExp {
	const part = '(?:(?<month>0[1-9]|1[0-2])|k(?<quarter>[1-4]))';
	return new RegExp(`^${stem}(?:TAB)?(?<year>\\d{4})${part}(?:TAB)?(?:V(?<version>\\d+))?$`, 'i');
}
