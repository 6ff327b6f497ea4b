/**
 * Asks every query of every page in a process of its own, as the dashboard's server is one: what publishing left in memory would
 * else be swept up in the middle of a query. Takes the reader's address, the period and the number of an old release; prints
 * one JSON text.
 */
import { readFileSync } from 'node:fs';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { pageQueries, type Question } from '../workloads/page-queries.ts';

/** Milliseconds, one per repeat. */
export interface QueryTimes {
	readonly what: string;
	readonly judged: boolean;
	readonly clock: readonly number[];
	/** Processor time of both ends of the connection; the clock where the system does not tell it. */
	readonly busy: readonly number[];
}

/** A server has answered a few visitors before it is judged. */
const WARM_UPS = 20;
const REPEATS = 100;

async function timesOf(db: Published, pid: number, { what, ask, judged }: Question): Promise<QueryTimes> {
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
	return { what, judged, clock, busy };
}

/** Nanoseconds that the server's process for this connection has run; null where the system does not tell. */
function serverTime(pid: number): number | null {
	try {
		return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
	} catch {
		return null;
	}
}

const [url, period, old] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url!, max: 1 });
const db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) });
const reader = db as unknown as Published;
const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
const answers: QueryTimes[] = [];
for (const question of await pageQueries(reader, period!, Number(old)))
	answers.push(await timesOf(reader, rows[0]!.pid, question));
await db.destroy();
console.log(JSON.stringify(answers));
