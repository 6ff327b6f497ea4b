import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, voorzicht } from './command.ts';

const PORT = 4178;
const PERSONS = 100_000;
const fixtures = join(import.meta.dirname, '..', 'fixtures');

/**
 * Makes real releases with the product's own commands, and serves them while the browser tests run: a small synthetic
 * Netherlands with a few boundaries, and an invented table with and without regions. `BROWSER_TEST_DATA` names a folder to
 * keep between runs, for who works on the pages.
 */
export default async function setup(): Promise<() => Promise<void>> {
	const kept = process.env.BROWSER_TEST_DATA;
	const data = kept ?? mkdtempSync(join(tmpdir(), 'voorzicht-browser-'));
	const database = `embedded:${join(data, 'postgres')}`;
	try {
		if (!existsSync(join(data, 'ready'))) await make(data, database);
		const stop = await serve(database, PORT, { ADDRESS_HEADER: 'x-visitor' });
		return async () => {
			await stop();
			if (kept === undefined) remove(data);
		};
	} catch (error) {
		if (kept === undefined) remove(data);
		throw error;
	}
}

async function make(data: string, database: string): Promise<void> {
	chmodSync(data, 0o755);
	await voorzicht('demo', '--no-serve', '--persons', String(PERSONS), '--data', data);
	writeFileSync(join(data, 'eilanden-personen.csv'), islanders());
	writeFileSync(join(data, 'kwartalen.csv'), quarters());
	writeFileSync(join(data, 'gebeurtenissen.csv'), afterEvents());
	const specs = {
		first: provisional(data, 'eilanden'),
		...own('eilanden'),
		...own('zonder-gebied'),
		...own('kwartalen'),
		...own('gebeurtenissen')
	};
	for (const [name, spec] of Object.entries(specs)) {
		const bundle = join(data, 'bundles', name);
		await voorzicht('measure', spec, '--microdata', data, '--ledger', database, '--out', bundle);
		await voorzicht('publish', bundle, '--database', database);
	}
	await voorzicht('regions', 'import-boundaries', join(fixtures, 'grenzen.geojson'), '--database', database);
	writeFileSync(join(data, 'ready'), '');
}

const own = (name: string) => ({ [name]: join(fixtures, `${name}.yaml`) });

/** The same specification as the first version of a release had it, when its source could still be corrected. */
function provisional(data: string, name: string): string {
	const spec = join(data, `${name}-voorlopig.yaml`);
	writeFileSync(spec, `${readFileSync(join(fixtures, `${name}.yaml`), 'utf8')}status: provisional\n`);
	copyFileSync(join(fixtures, `${name}.csv`), join(data, `${name}.csv`));
	return spec;
}

/** 3,000 invented islanders: half of those in the north pay late, a tenth of the others; nobody under 18 does. */
function islanders(): string {
	const rows = ['eiland,leeftijd,te_laat'];
	for (let i = 0; i < 3_000; i++) {
		const age = (i * 7) % 90;
		const late = age >= 18 && i % (i % 3 === 0 ? 2 : 10) === 0;
		rows.push(`A${(i % 3) + 1},${age},${late ? 'yes' : 'no'}`);
	}
	return `${rows.join('\n')}\n`;
}

/**
 * Six years of quarters on 25 invented islands, 500 people each, of whom some 8 % come into arrears; in 2024 twice as many on K07
 * and on K03.
 */
function quarters(): string {
	const rows = ['persoon,eiland,kwartaal,achterstand'];
	let drawn = 1;
	for (let t = 0; t < 24; t++)
		for (let island = 1; island <= 25; island++)
			for (let i = 0; i < 500; i++) {
				// Park and Miller's generator: the same islands in every run.
				drawn = (drawn * 48271) % 2147483647;
				const chance = 0.08 * (t >= 20 && (island === 7 || island === 3) ? 2 : 1);
				const code = `K${String(island).padStart(2, '0')}`;
				const quarter = `${2019 + Math.floor(t / 4)}Q${(t % 4) + 1}`;
				rows.push(`${rows.length},${code},${quarter},${drawn / 2147483647 < chance ? 'yes' : 'no'}`);
			}
	return `${rows.join('\n')}\n`;
}

/**
 * 6,000 islanders at four year ends. The income of half of them fell in one of the last three years; from then on three in ten
 * have a low income, and otherwise one in twenty.
 */
function afterEvents(): string {
	const rows = ['eiland,leeftijd,laag_inkomen,low_income_path,event_income_drop'];
	const windows = ['0-11', '12-23', '24-35', 'none', 'none', 'none'];
	let drawn = 1;
	for (let i = 0; i < 6_000; i++) {
		const fell = Math.floor(i / 2) % windows.length;
		const path = [0, 1, 2, 3].map((year) => {
			drawn = (drawn * 48271) % 2147483647;
			const isAfter = windows[fell] !== 'none' && year >= 3 - fell;
			return drawn / 2147483647 < (isAfter ? 0.3 : 0.05) ? '1' : '0';
		});
		const change = { '01': 'entered', '11': 'stayed', '10': 'left', '00': 'out' }[path.slice(2).join('')];
		rows.push(`G${(i % 2) + 1},${18 + ((i * 7) % 72)},${change},${path.join('')},${windows[fell]}`);
	}
	return `${rows.join('\n')}\n`;
}

function remove(data: string): void {
	rmSync(data, { recursive: true, force: true });
}
