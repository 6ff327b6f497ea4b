import { DuckDBInstance } from '@duckdb/node-api';
import { inventBuurten } from './buurten.ts';
import { Calibration, type Setting } from './calibration.ts';
import { makeWorld, simulate } from './simulate.ts';
import type { Shock } from './shocks.ts';
import { openStaging } from './staging.ts';

/** A share of the towns, simulated into a database file of its own: what a thread is told. */
export interface PartTask {
	readonly file: string;
	readonly persons: number;
	readonly years: readonly [number, number];
	readonly seed: number;
	readonly settings: readonly Setting[];
	readonly shocks: readonly Shock[];
	/** Indices of the first town, and of the one after the last. */
	readonly towns: readonly [number, number];
}

/** Makes the database file of a part. */
export async function stagePart(task: PartTask, progress: (share: number) => void): Promise<void> {
	const instance = await DuckDBInstance.create(task.file, { memory_limit: '1GB' });
	const connection = await instance.connect();
	try {
		const staging = await openStaging(connection, ...task.years);
		const calibration = new Calibration(task.settings);
		const world = makeWorld(task.years, task.seed, inventBuurten(task.seed), calibration, task.shocks);
		await simulate(world, task.persons, staging, progress, task.towns);
		await connection.run('checkpoint');
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
