import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { synthesize } from '../../analytics/synthetic/synthesize.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { timed } from '../timer.ts';
import type { MicrodataRun } from './microdata-child.ts';

const CHILD = fileURLToPath(new URL('./microdata-child.ts', import.meta.url));
const RELEASES = join(import.meta.dirname, '..', '..', 'analytics', 'specification', 'releases');
const YEARS = [2021, 2023] as const;
const NATION = 18_000_000;
/** Minutes and bytes for the whole country, ten reference years. */
const GOAL = { minutes: 30, years: 10, memory: 8 * 2 ** 30 };
/** VOORZICHT_BENCH_PERSONS=1000000,4000000,18000000 measures at these sizes; it takes more than an hour and tens of GB. */
const SIZES = (process.env.VOORZICHT_BENCH_PERSONS ?? '250000,1000000').split(',').map(Number);

export const microdata: Part = {
	name: 'microdata',
	title: `Microdata: CBS tables of ${SIZES.map((n) => n.toLocaleString('en')).join(' and ')} synthetic persons, the default release of households`,
	async *figures() {
		const perMillion: number[] = [];
		for (const persons of SIZES) {
			const folder = mkdtempSync(join(tmpdir(), 'voorzicht-bench-'));
			try {
				yield await synthesis(persons, folder);
				const run = await measured(folder, 'huishoudens');
				yield* reading(persons, run);
				perMillion.push(totalOf(run) / (persons / 1e6));
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		}
		const [first, last] = [perMillion[0]!, perMillion.at(-1)!];
		yield figure('time per person at the largest size against the smallest', last / first, '', { to: 1.25 });
		const minutes = (last * (NATION / 1e6) * GOAL.years) / 60;
		yield figure(
			'18 million persons, 10 years, from the largest size',
			minutes,
			'minutes',
			{ to: GOAL.minutes },
			'on the clock, by proportion'
		);
	}
};

async function synthesis(persons: number, out: string): Promise<Figure> {
	const years = YEARS[1] - YEARS[0] + 1;
	const { wall } = await timed(() => synthesize({ persons, years: YEARS, seed: 1, out, formats: ['parquet'] }));
	const note = `${persons.toLocaleString('en')} persons, ${years} years, all tables, on the clock`;
	return figure('synthesis, person-years a second', (persons * years) / wall, '', { from: 200_000 }, note);
}

async function measured(folder: string, release: string): Promise<MicrodataRun> {
	const file = join(RELEASES, `${release}.yaml`);
	const { stdout } = await promisify(execFile)(process.execPath, [CHILD, folder, file, String(YEARS[1])]);
	return JSON.parse(stdout) as MicrodataRun;
}

function totalOf({ gate, tables }: MicrodataRun): number {
	return gate.wall + tables.wall;
}

function* reading(persons: number, run: MicrodataRun): Generator<Figure> {
	const size = `${persons.toLocaleString('en')} persons, ${run.units.toLocaleString('en')} households, one year`;
	yield figure('checks and analysis file', run.gate.wall, 's', null, `${size}, on the clock`);
	yield figure('all tables, with noise', run.tables.wall, 's', null, size);
	const ratio = 'all tables with noise against plain GROUP BY';
	yield figure(ratio, run.tables.wall / run.plain.wall, '', persons >= 1_000_000 ? { to: 1.25 } : null, size);
	yield figure('peak memory', run.peak / 2 ** 20, 'MiB', { to: GOAL.memory / 2 ** 20 }, size);
}
