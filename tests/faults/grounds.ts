import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../analytics/postgres/embedded.ts';

/** Where scenarios happen: a throw-away server with the settings of a real one, and a folder. */
export interface Grounds {
	/** The long form: as often as the goals say. */
	readonly long: boolean;
	/** Folder of this run; each scenario makes its own below it. */
	readonly scratch: string;
	/** URL of a database of the server. */
	url(database: string): string;
	/** Folder of the server itself. */
	readonly server: string;
	/** Names of the databases that were made and are still there. */
	readonly made: string[];
	close(): Promise<void>;
}

const NEEDED = 4 * 2 ** 30;
const MEMORY = '/dev/shm';

export async function openGrounds(long: boolean): Promise<Grounds> {
	const scratch = mkdtempSync(join(roomiest(), 'voorzicht-faults-'));
	chmodSync(scratch, 0o755);
	const folder = join(scratch, 'server');
	const server = await openEmbedded(folder);
	return {
		long,
		scratch,
		server: folder,
		made: [],
		url: (database) => server.url(database),
		close: async () => {
			await server.close();
			rmSync(scratch, { recursive: true, force: true });
		}
	};
}

/** No scenario cuts the power, so a disk in memory takes nothing away from what is tested, and is many times faster. */
function roomiest(): string {
	if (!existsSync(MEMORY)) return tmpdir();
	const { bavail, bsize } = statfsSync(MEMORY);
	return bavail * bsize > NEEDED ? MEMORY : tmpdir();
}

export function freshFolder(grounds: Grounds, name: string): string {
	const folder = mkdtempSync(join(grounds.scratch, `${name}-`));
	chmodSync(folder, 0o755);
	return folder;
}

/** URL of a new database: empty, or a copy of another one, which nobody may be using. */
export async function freshDatabase(grounds: Grounds, template?: string): Promise<string> {
	const name = `faults_${randomBytes(6).toString('hex')}`;
	await asAdmin(grounds, `create database ${name}${template === undefined ? '' : ` template ${databaseOf(template)}`}`);
	grounds.made.push(name);
	return grounds.url(name);
}

/** Gives back the room of what was made; what a scenario leaves is hundreds of databases otherwise. */
export async function tidy(grounds: Grounds): Promise<void> {
	for (const name of grounds.made.splice(0)) await asAdmin(grounds, `drop database if exists ${name} with (force)`);
}

async function asAdmin(grounds: Grounds, statement: string): Promise<void> {
	await query(grounds.url('postgres'), statement);
}

/** One statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
	url: string,
	statement: string,
	values: unknown[] = []
): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query<Row>(statement, values)).rows;
	} finally {
		await client.end();
	}
}

export function databaseOf(url: string): string {
	return new URL(url).pathname.slice(1);
}
