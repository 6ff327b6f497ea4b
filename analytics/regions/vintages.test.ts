import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { REGION_COLUMN } from '../population/analysis-file.ts';
import { recordSource } from '../population/source.ts';
import { publicDomain } from '../specification/domain.ts';
import { loadTree } from '../specification/tree.ts';
import { aggregateTo } from './aggregate.ts';
import { dutchTree } from './nederland.ts';

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
const TARGETS = [2018, 2021, 2024];

/** Households of one person, by the municipality of their address in the classifications of 2018, 2021 and 2024. */
const homes = [
	{ 2018: '0053', 2021: '1966', 2024: '1966' },
	{ 2018: '0053', 2021: '1966', 2024: '1966' },
	{ 2018: '0053', 2021: '1969', 2024: '1969' },
	{ 2018: '0005', 2021: '1966', 2024: '1966' },
	{ 2018: '0788', 2021: '0757', 2024: '0757' },
	{ 2018: '0788', 2021: '0824', 2024: '0824' },
	{ 2018: '0788', 2021: '0855', 2024: '0855' },
	{ 2018: '0788', 2021: '0865', 2024: '0865' },
	{ 2018: '0545', 2021: '1961', 2024: '1961' },
	{ 2018: '0620', 2021: '1961', 2024: '1961' },
	{ 2018: '0707', 2021: '1961', 2024: '1961' },
	{ 2018: '0707', 2021: '1961', 2024: '1961' },
	{ 2018: '0457', 2021: '0457', 2024: '0363' },
	{ 2018: '0363', 2021: '0363', 2024: '0363' }
] as const;
/** The first household moves from Winsum to Amsterdam in the middle of this year. */
const MOVE = 2021;

const R = { RINPERSOONS: 'R' };
const person = (i: number): string => String(i + 1).padStart(9, '0');
const object = (i: number): object => ({
	SOORTOBJECTNUMMER: 'B',
	RINOBJECTNUMMER: String(i + 1).padStart(32, '0')
});

function addressSpells(): object[] {
	const spell = (i: number, home: number, from: string, to: string): object => ({
		...R,
		RINPERSOON: person(i),
		GBADATUMAANVANGADRESHOUDING: from,
		GBADATUMEINDEADRESHOUDING: to,
		...object(home)
	});
	const last = homes.length - 1;
	return homes.flatMap((_, i) =>
		i === 0
			? [spell(0, 0, '20100101', `${MOVE}0630`), spell(0, last, `${MOVE}0701`, '88888888')]
			: [spell(i, i, '20100101', '88888888')]
	);
}

function tables(year: number): Record<string, object[]> {
	return {
		[`GBAPERSOON${year}TABV1`]: homes.map((_, i) => ({
			...R,
			RINPERSOON: person(i),
			GBAGESLACHT: '1',
			GBAGEBOORTEJAAR: '1980',
			GBAGEBOORTEMAAND: '05',
			GBAGEBOORTEDAG: '01'
		})),
		[`GBAHUISHOUDENS${year}BUSV1`]: homes.map((_, i) => ({
			...R,
			RINPERSOON: person(i),
			DATUMAANVANGHH: '20100101',
			DATUMEINDEHH: '88888888',
			HUISHOUDNR: `H${i}`,
			TYPHH: '1',
			PLHH: '2',
			REFPERSOONHH: '1',
			AANTALPERSHH: '1'
		})),
		[`GBAADRESOBJECT${year}BUSV1`]: addressSpells(),
		[`INHA${year}TABV1`]: homes.map((_, i) => ({ RINPERSOONSHKW: 'R', RINPERSOONHKW: person(i), INHARMLAG: '240' })),
		[`SCHULDENPROBLEMATIEK${year}TABV1`]: homes.map((_, i) => ({
			...R,
			RINPERSOON: person(i),
			DATUMAANVANGHH: '20100101',
			DATUMEINDEHH: '88888888',
			HUISHOUDNR: `H${i}`,
			[`smalle_def_problematische_schulden_${year + 1}0101`]: '0',
			[`smalle_def_problematische_schulden_HH_${year + 1}0101`]: '0'
		}))
	};
}

const places = homes.map((home, i) => ({
	...object(i),
	...Object.fromEntries(
		TARGETS.flatMap((year) => {
			const gemeente = home[year as keyof typeof home];
			return [
				[`gem${year}`, gemeente],
				[`wc${year}`, `${gemeente}00`],
				[`bc${year}`, `${gemeente}0000`]
			];
		})
	)
}));

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'vintages-'));
	const all = YEARS.map(tables).reduce((a, b) => ({ ...a, ...b }), { VSLGWB2024TABV1: places });
	for (const [name, rows] of Object.entries(all)) {
		const columns = Object.keys(rows[0]!);
		const lines = rows.map((row) => Object.values(row).join(';'));
		writeFileSync(join(folder, `${name}.csv`), [columns.join(';'), ...lines, ''].join('\n'));
	}
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

/** Households by municipality on 31 December of a year, in the classification of another. */
async function counted(year: number, target: number): Promise<Map<string, number>> {
	const spec = specSchema.parse({
		id: 'vintages',
		source: { kind: 'cbs', classification: target },
		unit: { kind: 'household' },
		period: String(year),
		attributes: { region: { tree: `cbs:${target}-gemeente`, column: 'gemeente' } },
		tables: [{ level: 'gemeente' }],
		budget: { rho: '1' }
	});
	const domain = publicDomain(spec, await loadTree(`cbs:${target}-gemeente`, folder), 'vintages.yaml');
	const { engine, relation } = await recordSource(spec, domain, folder).open();
	const rows = await engine.db.selectFrom(relation).select(REGION_COLUMN).execute();
	await engine.close();
	const counts = new Map<string, number>();
	for (const row of rows) {
		const { code } = domain.region!.tree.regions[Number(row[REGION_COLUMN])]!;
		counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return counts;
}

/** What `counted` finds, by the homes of a year. */
function expected(year: number, target: number): Map<string, number> {
	const counts = new Map<string, number>();
	for (const [i, home] of homes.entries()) {
		const lived = i === 0 && year >= MOVE ? homes.at(-1)! : home;
		const code = `GM${lived[target as keyof typeof lived]}`;
		counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return counts;
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].sort();

describe.each(TARGETS)('recomputed on the classification of %i', (target) => {
	it('every year is on the same municipalities: those of the addresses', async () => {
		for (const year of YEARS) expect(sorted(await counted(year, target))).toEqual(sorted(expected(year, target)));
	});
});

it('a household moves with its address, not with the shares of its old municipality', async () => {
	const before = await counted(2019, 2024);
	// Two thirds of these households of Winsum went to Het Hogeland; of all its addresses 88 percent did.
	expect(before.get('GM1966')).toBe(3);
	const shared = aggregateTo(
		new Map([...['GM0005', 'GM1651', 'GM1663', 'GM0015', 'GM0022', 'GM0025', 'GM0056'].map(zero), ['GM0053', 3]]),
		2018,
		2024
	);
	expect(shared.get('GM1966')).toBeCloseTo((3 * 5170) / 5855, 12);
});

it('Vijfheerenlanden is in Utrecht on the later classifications, also in years when it was in two provinces', async () => {
	const utrecht = async (target: number): Promise<number> => {
		const tree = dutchTree(target, 'gemeente');
		const provinceOf = (code: string): string => {
			const corop = tree.parent[tree.find(code)!]!;
			return tree.regions[tree.parent[corop]!]!.code;
		};
		const counts = sorted(await counted(2018, target));
		return counts.filter(([code]) => provinceOf(code) === 'PV26').reduce((sum, [, count]) => sum + count, 0);
	};
	expect(await utrecht(2018)).toBe(1);
	expect(await utrecht(2024)).toBe(4);
});

function zero(code: string): [string, number] {
	return [code, 0];
}
