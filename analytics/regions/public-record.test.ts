import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { changes } from './changes.ts';
import { passages } from './mergers.ts';
import { dutchTree, gemeentenIn } from './nederland.ts';

const shared = join(import.meta.dirname, '../../../shared/data');
const there = existsSync(join(shared, 'regions'));
const table = (path: string): Record<string, string>[] =>
	parse(readFileSync(join(shared, path), 'utf8'), { columns: true, bom: true });
const moves = (from: number, to: number): string[] =>
	passages(from, to)
		.filter((passage) => passage.from !== passage.to)
		.map((passage) => `${passage.from} ${passage.to}`)
		.sort();

it.runIf(there)('changes are those of the list of codes, which names only the largest parts of a split', () => {
	const listed = table('regions/gemeente_codewijzigingen_1982_2021.csv')
		.filter(({ year }) => Number(year) > 2018)
		.map(({ year, from_code, to_code }) => `${year} ${from_code} ${to_code}`);
	const ours = changes.filter(({ from, to, date }) => from !== to && date < '2022');
	const known = ours.map(({ date, from, to }) => `${date.slice(0, 4)} ${from} ${to}`);
	expect(known).toEqual(expect.arrayContaining(listed));
	expect(known.filter((item) => !listed.includes(item))).toEqual(['2019 GM0053 GM1969', '2021 GM0788 GM0855']);
});

it.runIf(there)('changes are those that addresses show, and shares of splits come near', () => {
	const shown = table('regions/gemeente_herindelingen_2017_2024.csv');
	for (let year = 2019; year <= 2024; year++) {
		const rows = shown.filter((row) => Number(row.year) === year);
		expect(moves(year - 1, year)).toEqual(rows.map(({ from_code, to_code }) => `${from_code} ${to_code}`).sort());
		for (const { from, to, share } of passages(year - 1, year)) {
			const row = rows.find(({ from_code, to_code }) => from_code === from && to_code === to);
			if (row !== undefined) expect(Math.abs(share.part / share.whole - Number(row.share))).toBeLessThan(0.025);
		}
	}
});

it.runIf(there)(
	'municipalities, wijken and buurten of 2020 are the published ones, names of municipalities too',
	() => {
		const tree = dutchTree(2020);
		const published = table('regions/wijk_buurt_codes_2020.csv');
		for (const [kind, level] of [
			['Gemeente', 'gemeente'],
			['Wijk', 'wijk'],
			['Buurt', 'buurt']
		]) {
			const codes = published.filter((row) => row.kind === kind).map(({ code }) => code);
			expect(codes.length).toBeGreaterThan(0);
			const ours = tree.regions.filter((region) => region.level === level).map(({ code }) => code);
			expect(ours.sort()).toEqual(codes.sort());
		}
		const names = new Map(table('stats/kwb2020_gemeenten_core.csv').map((row) => [row.GM_CODE, row.GM_NAAM]));
		for (const { code, name } of gemeentenIn(2020)) expect(plain(names.get(code)!)).toBe(plain(name));
	}
);

/** Names without what tells a municipality from a place or province: "Groningen (gemeente)", "Hengelo (O.)". */
function plain(name: string): string {
	return name.replace(/ \(.*\)$/, '');
}
