import { mkdirSync } from 'node:fs';
import { inventBuurten } from './buurten.ts';
import { Calibration, type Setting } from './calibration.ts';
import { makeWorld, simulate } from './simulate.ts';
import type { Shock } from './shocks.ts';
import { loadStaging } from './staging.ts';
import { openStagingFiles } from './staging-files.ts';

/** A share of the towns, simulated into staging files of its own: what a thread is told. */
export interface PartTask {
	/** A folder to make. */
	readonly folder: string;
	readonly persons: number;
	readonly years: readonly [number, number];
	readonly seed: number;
	readonly settings: readonly Setting[];
	readonly shocks: readonly Shock[];
	/** Indices of the first town, and of the one after the last. */
	readonly towns: readonly [number, number];
	/** Whether files are written by queries too. */
	readonly database: boolean;
}

/** Makes the staging files of a part, and the database file where one is needed. */
export async function stagePart(task: PartTask, progress: (share: number) => void): Promise<void> {
	const { folder, years, seed, settings, shocks, persons, towns, database } = task;
	mkdirSync(folder);
	const world = makeWorld(years, seed, inventBuurten(seed), new Calibration(settings), shocks);
	await simulate(world, persons, openStagingFiles(folder, ...years), progress, towns);
	if (database) await loadStaging(folder, ...years);
}
