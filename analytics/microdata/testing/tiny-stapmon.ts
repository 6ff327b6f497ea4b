import { householdOf, PERSONS, R, type TinyTables } from './tiny-world.ts';

/** The Stapelingsmonitor of the same persons, in a year; `suffixed` when its columns end in the year. */
export function tinyStapmon(year: number, suffixed = true): TinyTables {
	const rows = PERSONS.map((person, i) => {
		const { number, since } = householdOf(person, `${year}1231`);
		const low = i < 2 && year >= 2022 ? '1' : '0';
		const known = (flag: string) => (i === 3 ? 'Niet in populatie stapelingsmonitor' : flag);
		return {
			huishoudnr: number,
			datumaanvanghh: since,
			typehh: i < 2 ? '3' : '1',
			leeftijd: String(year - [1980, 1980, 1960, 2003][i]!),
			belanginkbronpers: ['11', year < 2023 ? '11' : '21', '13', '26'][i]!,
			gem: '0363',
			wc: i < 2 ? '036301' : '036302',
			bc: i < 2 ? '03630101' : '03630201',
			percsm: ['84', '84', '228', '-3'][i]!,
			laagink: known(low),
			langlaagink: known('0'),
			armoede: known(low),
			langarmoede: known('0'),
			smalle_schuld: known(i === 1 && year >= 2023 ? '1' : '0'),
			smalle_schuld_huishouden: known(i < 2 && year >= 2023 ? '1' : '0'),
			wanbetaler_zorgverzekering: i === 1 && year >= 2022 ? '1' : '0',
			wsnp: i === 0 && year < 2023 ? '1' : '0',
			bijstand: i === 3 && year < 2023 ? '1' : '0',
			bijzondere_bijstand: '0',
			ww: i === 1 && year >= 2023 ? '1' : '0',
			ao: i === 0 ? '1' : '0',
			ziektewet: '0',
			vermogenhhexcl: ['900', '900', '85000', ''][i]!,
			huurtoeslag: i < 2 ? '1' : '0',
			person
		};
	});
	return {
		[`STAPMON${year}TABV1`]: rows.map(({ person, ...themes }) => ({
			...R,
			RINPERSOON: person,
			...Object.fromEntries(Object.entries(themes).map(([name, value]) => [suffixed ? `${name}_${year}` : name, value]))
		}))
	};
}
