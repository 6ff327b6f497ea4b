import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workplace } from './workplace.ts';

// A release of one year that is told in quarters: one charge, four periods.

const QUARTERS = ['q1', 'q2', 'q3', 'q4'];
/** Household i enters in a quarter, or not at all; those of B more often in the first. */
const entered = (i: number) => (i % 2 === 1 && i % 5 === 0 ? 'q1' : ([...QUARTERS, 'none', 'none'][i % 6] ?? 'none'));
const HOUSEHOLDS = 6000;

let place: Workplace;
beforeAll(async () => {
	place = await Workplace.open();
	const rows = Array.from({ length: HOUSEHOLDS }, (_, i) => `h${i},${'AB'[i % 2]},${entered(i)}`);
	place.write('inflow.csv', ['household,place,inflow', ...rows, ''].join('\n'));
	place.write('places.csv', 'code,parent,name,level\nNL,,Nederland,land\nA,NL,A,gemeente\nB,NL,B,gemeente\n');
	place.write(
		'quarters.yaml',
		`id: instroom
source: { kind: table, file: inflow.csv, unit: household }
unit: { kind: household }
period: '2023'
attributes:
  region: { tree: places.csv, column: place }
  inflow: { column: inflow, codes: [q1, q2, q3, q4, none] }
tables:
  - { level: gemeente, by: [inflow] }
indicators:
  - { id: inflow, attribute: inflow, is: [q1, q2, q3, q4], per: quarter, label: { nl: Instroom, en: Inflow } }
budget: { rho: '0.5' }
`
	);
});
afterAll(() => place.close());

it('is charged once and published as four periods, each with the share that entered in its quarter', async () => {
	const measured = await place.run('measure', 'quarters.yaml', '--out', 'bundle');
	expect(`${measured.code} ${measured.stderr}`).toMatch(/^0 /);
	const published = await place.run('publish', 'bundle', '--json');
	expect(JSON.parse(published.stdout)).toMatchObject({ period: '2023Q1 - 2023Q4', version: 1 });

	const client = new pg.Client({ connectionString: place.database });
	await client.connect();
	const { rows } = await client.query<{ period: string; region: string; numerator: number; numerator_se: number }>(
		`select period, region, numerator, numerator_se from published.figure where spec = 'instroom' order by period, region`
	);
	await client.end();
	const z = rows
		.filter(({ region }) => region === 'A' || region === 'B')
		.map(({ period, region, numerator, numerator_se }) => {
			const quarter = `q${period.slice(-1)}`;
			let exact = 0;
			for (let i = 0; i < HOUSEHOLDS; i++) if ('AB'[i % 2] === region && entered(i) === quarter) exact++;
			return (numerator - exact) / numerator_se;
		});
	// Eight independent errors: one beyond 6 standard errors has a chance of 2e-8.
	expect(z).toHaveLength(8);
	expect(Math.max(...z.map(Math.abs))).toBeLessThan(6);

	const ledger = await place.run('ledger', 'show', '--json');
	expect(ledger.stdout.match(/"kind":\s*"charge"/g) ?? ledger.stdout.match(/instroom/g)).toHaveLength(1);
});
