import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { synthesize } from '../../analytics/synthetic/synthesize.ts';
import { figure, round, seconds, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { timed, type Time } from '../timer.ts';
import type { MicrodataRun } from './microdata-child.ts';

const CHILD = fileURLToPath(new URL('./microdata-child.ts', import.meta.url));
const RELEASES = join(import.meta.dirname, '..', '..', 'analytics', 'specification', 'releases');
/** The reference years that are measured in one process, and so the years of the synthetic tables. */
const YEARS = [2016, 2024] as const;
const COUNT = YEARS[1] - YEARS[0] + 1;
const NATION = 18_000_000;
/** Minutes and bytes for the whole country, ten reference years. */
const GOAL = { minutes: 30, years: 10, memory: 8 * 2 ** 30 };
const CORES = 2;
/**
 * VOORZICHT_BENCH_PERSONS=1000000,4000000,18000000 measures at these sizes; making them takes long and tens of GB. For sizes that are
 * there already, VOORZICHT_BENCH_DATA names their folders, one a size in the same order, empty for one that is to be made.
 */
const SIZES = (process.env.VOORZICHT_BENCH_PERSONS ?? '250000,1000000').split(',').map(Number);
const FOLDERS = (process.env.VOORZICHT_BENCH_DATA ?? '').split(',');

export const microdata: Part = {
	name: 'microdata',
	title: `Microdata: CBS tables of ${SIZES.map((n) => n.toLocaleString('en')).join(' and ')} synthetic persons, the default releases of households, their inflow and persons`,
	async *figures() {
		const runs: Run[] = [];
		for (const [i, persons] of SIZES.entries()) {
			const made = FOLDERS[i] ?? '';
			const folder = made === '' ? mkdtempSync(join(tmpdir(), 'voorzicht-bench-')) : made;
			try {
				if (made === '') yield await synthesis(persons, folder);
				const run = { ...(await measured(folder)), persons };
				yield* reading(run);
				runs.push(run);
			} finally {
				if (made === '') rmSync(folder, { recursive: true, force: true });
			}
		}
		yield* nation(runs);
	}
};

interface Run extends MicrodataRun {
	readonly persons: number;
}

/** What the whole country takes, from the sizes that were measured. */
function* nation(runs: readonly Run[]): Generator<Figure> {
	const [first, last] = [runs[0]!, runs.at(-1)!];
	const perPerson = (run: Run, time: 'cpu' | 'wall') => (run.gate[time] + run.tables[time]) / run.persons;
	const growth = perPerson(last, 'cpu') / perPerson(first, 'cpu');
	yield figure('processor time per person at the largest size against the smallest', growth, '', { to: 1.25 });
	const minutes = (time: 'cpu' | 'wall') => (perPerson(last, time) * NATION * GOAL.years) / COUNT / 60;
	const all = '18 million persons, 10 years, from the largest size';
	yield figure(all, minutes('wall'), 'minutes', { to: GOAL.minutes }, `on the clock, by proportion of ${COUNT} years`);
	yield figure(
		`the same, were all work shared by ${CORES} cores`,
		minutes('cpu') / CORES,
		'minutes',
		null,
		'processor time'
	);
	if (runs.length < 2) return;
	const slope = (last.peak - first.peak) / (last.persons - first.persons);
	yield figure(
		'peak memory of 18 million persons, by the line through both sizes',
		(last.peak + slope * (NATION - last.persons)) / 2 ** 20,
		'MiB',
		{ to: GOAL.memory / 2 ** 20 },
		`${round(slope)} bytes a person`
	);
}

async function synthesis(persons: number, out: string): Promise<Figure> {
	const { wall } = await timed(() => synthesize({ persons, years: YEARS, seed: 1, out, formats: ['parquet'] }));
	const note = `${persons.toLocaleString('en')} persons, ${COUNT} years, all tables, on the clock`;
	return figure('synthesis, person-years a second', (persons * COUNT) / wall, '', { from: 200_000 }, note);
}

async function measured(folder: string): Promise<MicrodataRun> {
	const files = ['huishoudens', 'instroom', 'personen'].map((release) => join(RELEASES, `${release}.yaml`));
	const { stdout } = await promisify(execFile)(process.execPath, [CHILD, folder, ...YEARS.map(String), ...files]);
	return JSON.parse(stdout) as MicrodataRun;
}

function* reading(run: Run): Generator<Figure> {
	const { persons, units } = run;
	const size = `${persons.toLocaleString('en')} persons, ${units.toLocaleString('en')} households a year, ${COUNT} years in one process`;
	const timeOf = (what: string, time: Time) => {
		const spent = seconds(what, time);
		return { ...spent, note: `${spent.note}; ${size}` };
	};
	yield timeOf('checks and analysis file', run.gate);
	yield timeOf('all tables, with noise', run.tables);
	const ratio = 'all tables with noise against plain GROUP BY';
	yield figure(ratio, run.tables.wall / run.plain.wall, '', persons >= 1_000_000 ? { to: 1.25 } : null, size);
	yield figure('peak memory', run.peak / 2 ** 20, 'MiB', { to: GOAL.memory / 2 ** 20 }, size);
}
