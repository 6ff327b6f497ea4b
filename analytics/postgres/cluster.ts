import { scryptSync } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { InputError } from '../errors.ts';
import { READER } from './credentials.ts';
import { openEmbedded, type EmbeddedServer } from './embedded.ts';
import { codeOf, guarded } from './faults.ts';
import { migrate, type Purpose } from './migrate.ts';
import { openPool } from './pool.ts';
import { parseDatabaseUrl } from './url.ts';

/** Databases in an embedded server; of another server, the database is the one that its URL names. */
const DATABASE: Record<Purpose, string> = { ledger: 'voorzicht_ledger', published: 'voorzicht' };

export interface Cluster {
	readonly purpose: Purpose;
	/** Connections with the rights of the role that was asked for. */
	readonly pool: pg.Pool;
	/** Folder of an embedded server, or null. */
	readonly folder: string | null;
	/** URL for the web server: a role that can select the views of schema `published` and nothing else. */
	readerUrl(): Promise<string>;
	close(): Promise<void>;
}

export interface ClusterOptions {
	/** Tests only: an embedded server that loses commits in a power cut, and is faster for it. The ledger refuses it. */
	readonly volatile?: boolean;
	/** Whose rights the connections have once the schema is up to date; absent: the owner's. */
	readonly role?: string;
}

/**
 * Opens the database of a purpose with its schema up to date; an embedded one is made and started where needed.
 * @throws InputError for a URL of another kind, OutsideFaultError when the database cannot be used.
 */
export async function openCluster(text: string, purpose: Purpose, options: ClusterOptions = {}): Promise<Cluster> {
	const where = parseDatabaseUrl(text);
	return guarded(async () => {
		const server = where.kind === 'embedded' ? await openEmbedded(where.folder, options.volatile !== true) : null;
		try {
			if (server !== null) await createDatabase(server, DATABASE[purpose]);
			const url = where.kind === 'server' ? where.url : server!.url(DATABASE[purpose]);
			const owner = openPool(url);
			const folder = where.kind === 'embedded' ? where.folder : null;
			const password = () => server?.credentials.reader ?? derivedPassword(url);
			const isMember = await prepare(owner, purpose);
			const readOnly = isMember && purpose === 'published';
			const pool = options.role === undefined || readOnly ? owner : openPool(url, 4, options.role);
			return {
				purpose,
				pool,
				folder,
				readerUrl: () => (readOnly ? Promise.resolve(url) : guarded(() => readerUrl(owner, url, password()))),
				close: async () => {
					await owner.end();
					if (pool !== owner) await pool.end();
					await server?.close();
				}
			};
		} catch (error) {
			await server?.close();
			throw error;
		}
	});
}

/** Migrates. True: the URL's login may add nothing to the database, and is a member of a role that its owner made. */
async function prepare(pool: pg.Pool, purpose: Purpose): Promise<boolean> {
	try {
		const { rows } = await pool.query<{ may: boolean }>(
			`select has_database_privilege(current_database(), 'create') as may`
		);
		if (rows[0]?.may === false) return true;
		await migrate(new Kysely({ dialect: new PostgresDialect({ pool }) }), purpose);
		return false;
	} catch (error) {
		await pool.end();
		throw error;
	}
}

async function createDatabase(server: EmbeddedServer, name: string): Promise<void> {
	const client = new pg.Client({ connectionString: server.url('postgres') });
	client.on('error', () => undefined);
	await client.connect();
	try {
		const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
		if (rowCount !== 0) return;
		await client.query(`create database ${client.escapeIdentifier(name)}`);
		await client.query(`revoke all on database ${client.escapeIdentifier(name)} from public`);
		await client.query('revoke all on database postgres, template1 from public');
	} catch (error) {
		// Another process made it in the same moment.
		if (!['42P04', '23505'].includes(codeOf(error))) throw error;
	} finally {
		await client.end();
	}
}

/** The reader's password on a server of others follows from the owner's, which it does not give away. */
function derivedPassword(ownerUrl: string): string {
	const { password, hostname, pathname } = new URL(ownerUrl);
	if (password === '')
		throw new InputError(
			'The database URL holds no password, from which the reading role gets its own. Make a login that is a member of voorzicht_reader, and serve with its URL.'
		);
	return scryptSync(password, `voorzicht reader ${hostname}${pathname}`, 24).toString('base64url');
}

async function readerUrl(pool: pg.Pool, ownerUrl: string, password: string): Promise<string> {
	const url = new URL(ownerUrl);
	url.username = READER;
	url.password = password;
	if (await canLogIn(url.href)) return url.href;
	const quoted = pg.escapeIdentifier(decodeURIComponent(url.pathname.slice(1)));
	await pool.query(`alter role ${READER} login password ${pg.escapeLiteral(password)}`);
	await pool.query(`grant connect on database ${quoted} to ${READER}`);
	return url.href;
}

async function canLogIn(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
	client.on('error', () => undefined);
	try {
		await client.connect();
		return true;
	} catch (error) {
		if (['28P01', '28000', '42501'].includes(codeOf(error))) return false;
		throw error;
	} finally {
		await client.end().catch(() => undefined);
	}
}
