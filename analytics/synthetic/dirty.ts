import type { CbsFile } from './tables/sql.ts';

// What real deliveries have and checks must find, put in on request: each in about one row of so many, chosen by the key.

const RARE = 500;

/** Rows whose person or main earner is chosen for one kind of dirt. */
function chosen(kind: number, key = 'RINPERSOON'): string {
	return `try_cast(${key} as bigint) % ${RARE} = ${kind}`;
}

type Smudge = (query: string) => string;

const replaced = (column: string, value: string, where: string): Smudge => {
	return (query) =>
		`select * replace (case when ${where} then ${value} else ${column} end as ${column}) from (${query})`;
};
const added = (rows: string, where: string): Smudge => {
	return (query) => `with clean as (${query}) from clean union all select ${rows} from clean where ${where}`;
};
const duplicated = (kind: number, key?: string): Smudge => added('*', chosen(kind, key));
/** Keys that name nobody: RINPERSOON 0 and 1, and persons who could not be linked. */
const stray: Smudge = (query) =>
	added(`* replace ('000000001' as RINPERSOON)`, chosen(7))(replaced('RINPERSOONS', `'F'`, chosen(8))(query));

const DIRT: Readonly<Record<string, readonly Smudge[]>> = {
	GBAPERSOONTAB: [
		replaced('GBAGESLACHT', `'-'`, chosen(1)),
		replaced('GBAGEBOORTEMAAND', `'--'`, chosen(2)),
		replaced('GBAGEBOORTEJAAR', `'----'`, chosen(3)),
		duplicated(4)
	],
	GBAHUISHOUDENSBUS: [
		replaced('PLHH', `lpad(PLHH, 2, ' ')`, chosen(1)),
		replaced('TYPHH', `''`, chosen(2)),
		replaced('AANTALPERSHH', 'AANTALPERSHH + 1', chosen(3)),
		stray,
		// A second household on the same days.
		added(
			`* replace (right('9' || HUISHOUDNR, 12) as HUISHOUDNR, cast(cast(DATUMAANVANGHH as integer) - 1 as varchar) as DATUMAANVANGHH)`,
			chosen(5)
		),
		duplicated(6)
	],
	GBAADRESOBJECTBUS: [
		replaced('RINOBJECTNUMMER', `'9' || RINOBJECTNUMMER[2:]`, chosen(1)),
		replaced('GBADATUMEINDEADRESHOUDING', `'99999999'`, chosen(2)),
		added(`* replace ('9' || RINOBJECTNUMMER[2:] as RINOBJECTNUMMER)`, chosen(5))
	],
	VSLGWBTAB: [
		replaced('bc2024', `'--------'`, chosen(1, 'RINOBJECTNUMMER')),
		replaced('wc2024', `gem2024 || '--'`, chosen(2, 'RINOBJECTNUMMER'))
	],
	SECMBUS: [stray, replaced('SECM', `'99'`, chosen(2)), replaced('EINDSECM', 'AANVSECM', chosen(3))],
	INHATAB: [
		replaced('INHGESTINKH', '9999999999', chosen(1, 'RINPERSOONHKW')),
		replaced('INHEHALGR', `'7'`, chosen(2, 'RINPERSOONHKW')),
		duplicated(4, 'RINPERSOONHKW')
	],
	INPATAB: [replaced('INPPERSBRUT', '9999999999', chosen(1))],
	VEHTAB: [replaced('VEHW1000VERH', '9999999999', chosen(1, 'RINPERSOONHKW'))],
	SCHULDENPROBLEMATIEKTAB: [stray, duplicated(4)],
	ZVWWANBETALERSTAB: [replaced('EINDEWANBETALER', 'AANVANGWANBETALER', chosen(1))],
	GBAVERBINTENISPARTNERBUS: [replaced('REDENBEEINDIGINGVERBINTENIS', `'?'`, chosen(1))]
};

/** Tables whose column names are in lower case. */
const LOWER_CASE = ['KINDOUDERTAB', 'KOPPELPERSOONHUISHOUDEN', 'WOONLASTENTAB'];

/** Tables that come in two versions, of which the lower one is not complete. */
const VERSIONS = ['INHATAB', 'GBAHUISHOUDENSBUS'];
/** Other names that the same file may have. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
	[/^SECM(\d{4})BUSV1$/, 'SECMBUS$1V1'],
	[/^GBAPERSOON(\d{4})TABV1$/, 'GBAPERSOONTAB$1V1']
];

/** The same files with dirt in them, some under other names or in a second version. */
export function dirty(files: readonly CbsFile[]): CbsFile[] {
	return files.flatMap(({ table, name, query }) => {
		const smudged = (DIRT[table] ?? []).reduce((sum, smudge) => smudge(sum), query);
		const renamed = OTHER_NAMES.reduce((sum, [pattern, other]) => sum.replace(pattern, other), name);
		const right: CbsFile = {
			table,
			name: renamed,
			query: smudged,
			...(LOWER_CASE.includes(table) && { lowerCase: true })
		};
		if (!VERSIONS.includes(table)) return [right];
		const old = {
			table,
			name,
			query: `from (${query}) where ${chosen(0, table === 'INHATAB' ? 'RINPERSOONHKW' : undefined)} is not true`
		};
		return [old, { ...right, name: name.replace(/V1$/, 'V2') }];
	});
}
