import { expect, it } from 'vitest';
import { latestOnce, namedApart, twinOf } from './twins.ts';

const row = (spec: string, id: string, period: string, unit: 'person' | 'household' = 'household') => ({
	...{ spec, id, period, unit, tree: 'nl' },
	...{ label_nl: 'Instroom', label_en: 'Inflow' }
});

const rows = [
	row('gebeurtenissen', 'arm', '2023'),
	row('gebeurtenissen', 'instroom', '2023'),
	row('huishoudens', 'arm', '2023'),
	row('huishoudens', 'arm', '2022'),
	row('instroom', 'instroom', '2024Q2'),
	row('instroom', 'instroom', '2024Q1'),
	row('personen', 'arm', '2023', 'person')
];

it('tells once what two releases tell of the same units: from the one with most periods', () => {
	const told = latestOnce(rows).map(({ spec, id, period }) => `${spec} ${id} ${period}`);
	expect(told).toEqual([
		'gebeurtenissen instroom 2023',
		'huishoudens arm 2023',
		'instroom instroom 2024Q2',
		'personen arm 2023'
	]);
});

it('says of a quarterly series that it is one where a yearly figure has its name, and only there', () => {
	const [yearly, series] = latestOnce(rows).filter(({ id }) => id === 'instroom');
	expect([yearly?.label_nl, series?.label_nl, series?.label_en]).toEqual([
		'Instroom',
		'Instroom, per kwartaal',
		'Inflow, by quarter'
	]);
	const alone = rows.filter(({ spec }) => spec === 'instroom');
	expect(namedApart(alone)).toEqual(alone);
});

it('names the figure that a second one is held against, in the same period where there is one', () => {
	expect(twinOf(rows, rows[0]!)).toEqual({ why: 'noise', row: rows[2] });
	expect(twinOf(rows, rows[4]!)).toEqual({ why: 'year', row: rows[1] });
	for (const first of [rows[1]!, rows[2]!, rows[3]!, rows[6]!]) expect(twinOf(rows, first)).toBeNull();
	const earlier = row('gebeurtenissen', 'arm', '2019');
	expect(twinOf([...rows, earlier, row('huishoudens', 'arm', '2021')], earlier)?.row).toBe(rows[2]);
});

it('tells a second series by quarter once too', () => {
	const second = [...rows, row('later', 'instroom', '2024Q2')];
	expect(latestOnce(second).filter(({ spec }) => spec === 'later')).toEqual([]);
});
