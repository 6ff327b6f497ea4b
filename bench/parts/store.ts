import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { LEVELS, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';
import { pageQueries, type Question } from '../workloads/page-queries.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PERIODS = Array.from({ length: 10 }, (_, i) => String(2014 + i));
const WARM_UPS = 5;
const REPEATS = 60;

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
			const rows = content.figures.length + content.signals.length;
			const { wall } = database.publishing;
			const clock = `${rows.toLocaleString('en')} rows, on the clock, once`;
			yield figure('publishing a national release of one year', wall, 's', { to: 30 }, clock);
			yield figure('rows a second of that', rows / wall, '', { from: 20_000 });
			const pool = new pg.Pool({ connectionString: database.readerUrl, max: 1 });
			const db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) });
			try {
				const reader = db as unknown as Published;
				const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
				const pid = rows[0]!.pid;
				for (const question of await pageQueries(reader, PERIODS.at(-1)!, database.old))
					yield await speed(reader, pid, question);
			} finally {
				await db.destroy();
			}
		} finally {
			await database.close();
		}
	}
};

/**
 * Processor time of both ends of the connection, which other work on the machine changes least; the clock where the system
 * does not tell it. The clock is shown beside it.
 */
async function speed(db: Published, pid: number, { what, ask, judged }: Question): Promise<Figure> {
	const clock: number[] = [];
	const busy: number[] = [];
	for (let i = 0; i < WARM_UPS + REPEATS; i++) {
		const [server, client, start] = [serverTime(pid), process.cpuUsage(), process.hrtime.bigint()];
		await ask(db);
		const wall = Number(process.hrtime.bigint() - start) / 1e6;
		const { user, system } = process.cpuUsage(client);
		if (i < WARM_UPS) continue;
		clock.push(wall);
		busy.push(server === null ? wall : (serverTime(pid)! - server) / 1e6 + (user + system) / 1e3);
	}
	const note = `95th percentile; median ${ms(median(busy))}; on the clock ${ms(percentile95(clock))}, median ${ms(median(clock))}`;
	return figure(what, percentile95(busy), 'ms', judged ? { to: 20 } : null, note);
}

/** Nanoseconds that the server's process for this connection has run; null where the system does not tell. */
function serverTime(pid: number): number | null {
	try {
		return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
	} catch {
		return null;
	}
}

function percentile95(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1]!;
}

function ms(value: number): string {
	return `${value.toPrecision(3)} ms`;
}
