import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of each CBS table by column: three invented households in 2023, for tests. */
export type TinyTables = Record<string, Record<string, string>[]>;

const R = { RINPERSOONS: 'R' };
const OPEN = '88888888';

export function tinyTables(): TinyTables {
	const persons = ['000000001', '000000002', '000000003', '000000004'];
	const household = (person: string, number: string, rest: Record<string, string>) => ({
		...R,
		RINPERSOON: person,
		DATUMAANVANGHH: '20200101',
		DATUMEINDEHH: OPEN,
		HUISHOUDNR: number,
		REFPERSOONHH: '1',
		...rest
	});
	return {
		GBAPERSOON2023TABV1: persons.map((person, i) => ({
			...R,
			RINPERSOON: person,
			GBAGESLACHT: i % 2 === 0 ? '1' : '2',
			GBAGEBOORTEJAAR: '1980',
			GBAGEBOORTEMAAND: '05'
		})),
		GBAHUISHOUDENS2023BUSV1: [
			household('000000001', 'H1', { TYPHH: '3', PLHH: '4', AANTALPERSHH: '2' }),
			household('000000002', 'H1', { TYPHH: '3', PLHH: '4', AANTALPERSHH: '2', REFPERSOONHH: '0' }),
			household('000000003', 'H2', { TYPHH: '1', PLHH: '2', AANTALPERSHH: '1' }),
			household('000000004', 'H3', { TYPHH: '1', PLHH: '2', AANTALPERSHH: '1' })
		],
		GBAADRESOBJECT2023BUSV1: persons.map((person, i) => ({
			...R,
			RINPERSOON: person,
			GBADATUMAANVANGADRESHOUDING: '20200101',
			GBADATUMEINDEADRESHOUDING: OPEN,
			SOORTOBJECTNUMMER: 'B',
			RINOBJECTNUMMER: i < 2 ? '00000000000000000000000000000001' : '00000000000000000000000000000002'
		})),
		VSLGWB2024TABV1: ['1', '2'].map((address) => ({
			SOORTOBJECTNUMMER: 'B',
			RINOBJECTNUMMER: address.padStart(32, '0'),
			gem2024: '0363',
			wc2024: `03630${address}`,
			bc2024: `03630${address}01`
		})),
		INHA2023TABV1: [
			{ RINPERSOONSHKW: 'R', RINPERSOONHKW: '000000002', INHARMLAG: '88' },
			{ RINPERSOONSHKW: 'R', RINPERSOONHKW: '000000003', INHARMLAG: '240' },
			{ RINPERSOONSHKW: 'R', RINPERSOONHKW: '000000004', INHARMLAG: '-1' }
		],
		SCHULDENPROBLEMATIEK2023TABV1: persons.slice(0, 3).map((person, i) => ({
			...R,
			RINPERSOON: person,
			DATUMAANVANGHH: '20200101',
			DATUMEINDEHH: OPEN,
			HUISHOUDNR: i < 2 ? 'H1' : 'H2',
			smalle_def_problematische_schulden_20240101: '0',
			smalle_def_problematische_schulden_HH_20240101: i < 2 ? '1' : '0'
		}))
	};
}

/** Writes each table as csv with semicolons. */
export function writeTables(dir: string, tables: TinyTables): void {
	for (const [name, rows] of Object.entries(tables)) {
		const columns = Object.keys(rows[0]!);
		const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(';'));
		writeFileSync(join(dir, `${name}.csv`), [columns.join(';'), ...lines, ''].join('\n'));
	}
}
