import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { figure, seconds } from '../figure.ts';
import type { Part } from '../part.ts';
import { median, type Time } from '../timer.ts';
import type { ReconcileReport, ReconcileRun } from './reconcile-child.ts';

const CHILD = fileURLToPath(new URL('./reconcile-child.ts', import.meta.url));
const FULL = '12,28,10,4';
/** As deep and as wide, with a quarter of the regions at every level below the root. */
const QUARTER = '3,28,10,4';
const GIB = 2 ** 30;

export const reconcile: Part = {
	name: 'reconcile',
	title: 'Reconcile: tree [12, 28, 10, 4] x attributes of 12, 8, 6 and 8 codes, 8 sets on all 5 levels',
	async *figures() {
		const once = await inChild(1, FULL);
		const [run] = once.runs;
		yield figure('cells', run!.cells);
		yield seconds('estimates of all components, in a new process, once', run!.estimate[0]!, { to: 15 });
		yield seconds('and every cell with its variance, and the integrity test', total(run!, 0), { to: 15 });
		yield figure('peak memory of that process, noisy tables included', once.peak / GIB, 'GiB', { to: 4 });

		const { runs } = await inChild(6, FULL, QUARTER);
		const [full, quarter] = runs.map(warm) as [Warm, Warm];
		yield figure(
			'time when warm against a plain loop over the cells',
			full.time / full.plain,
			'',
			null,
			`${full.time.toFixed(2)} s`
		);
		yield figure(
			`time per cell against that of a tree a quarter as large`,
			full.time / full.cells / (quarter.time / quarter.cells),
			'',
			{ to: 1.25 }
		);
	}
};

interface Warm {
	readonly cells: number;
	/** Median seconds without the first two runs, which the compiler slows. */
	readonly time: number;
	readonly plain: number;
}

function warm(run: ReconcileRun): Warm {
	const later = [...run.estimate.keys()].slice(2);
	return {
		cells: run.cells,
		time: median(later.map((i) => total(run, i).cpu)),
		plain: median(later.map((i) => run.plainLoop[i]!.cpu))
	};
}

function total({ estimate, cellsOut }: ReconcileRun, i: number): Time {
	return { wall: estimate[i]!.wall + cellsOut[i]!.wall, cpu: estimate[i]!.cpu + cellsOut[i]!.cpu };
}

async function inChild(times: number, ...fanOuts: string[]): Promise<ReconcileReport> {
	const { stdout } = await promisify(execFile)(process.execPath, [CHILD, String(times), ...fanOuts]);
	return JSON.parse(stdout) as ReconcileReport;
}
