import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SERVER_FLAGS } from '../../analytics/commands/web-server.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { LEVELS, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';
import type { QueryTimes } from './store-child.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const CHILD = fileURLToPath(new URL('./store-child.ts', import.meta.url));
const PERIODS = Array.from({ length: 10 }, (_, i) => String(2014 + i));

export const store: Part = {
	name: 'store',
	title: `Store: ${Object.entries(LEVELS)
		.map(([level, n]) => `${n.toLocaleString('en')} ${level}`)
		.join(', ')}; ${PERIODS.length} years, 2 indicators, 10 groups`,
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const content = nationalRelease(specification, nationalTree(), PERIODS[0]!);
		const database = await nationalStore(content, PERIODS);
		try {
			const parts = [content.figures, content.signals, ...Object.values<readonly unknown[]>({ ...content.warning })];
			const rows = parts.reduce((sum, { length }) => sum + length, 0);
			const { wall } = database.publishing;
			const clock = `${rows.toLocaleString('en')} rows, on the clock, once`;
			yield figure('publishing a national release of one year', wall, 's', { to: 30 }, clock);
			yield figure('rows a second of that', rows / wall, '', { from: 20_000 });
			for (const times of await queryTimes(database.readerUrl, database.old)) yield speed(times);
		} finally {
			await database.close();
		}
	}
};

async function queryTimes(url: string, old: number): Promise<QueryTimes[]> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[...SERVER_FLAGS, CHILD, url, PERIODS.at(-1)!, String(old)],
		{
			maxBuffer: 1 << 26
		}
	);
	return JSON.parse(stdout) as QueryTimes[];
}

/** Judged on the clock, which other work on the machine lengthens; the processor time beside it is changed least by that. */
function speed({ what, judged, clock, busy }: QueryTimes): Figure {
	const processor = `on the processors ${ms(percentile95(busy))}, median ${ms(median(busy))}`;
	const note = `95th percentile on the clock; median ${ms(median(clock))}; ${processor}`;
	return figure(what, percentile95(clock), 'ms', judged ? { to: 20 } : null, note);
}

function percentile95(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1]!;
}

function ms(value: number): string {
	return `${value.toPrecision(3)} ms`;
}
