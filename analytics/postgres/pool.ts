import pg from 'pg';

/**
 * Connections to one database. A connection that breaks while nobody uses it is replaced at the next use, so that event is
 * no fault; without a listener it would end the process.
 * @param role whose rights the connections have; absent: those of the login
 */
export function openPool(url: string, max = 4, role?: string): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		application_name: 'voorzicht',
		connectionTimeoutMillis: 10_000,
		options: `-c lock_timeout=600000 -c idle_in_transaction_session_timeout=600000 -c bytea_output=hex${role === undefined ? '' : ` -c role=${role}`}`
	});
	pool.on('error', () => undefined);
	// One that breaks while it is used fails its statement, and that is how its user learns of it.
	pool.on('connect', (client) => client.on('error', () => undefined));
	return pool;
}

/** One transaction on one connection. Whatever is thrown inside undoes all of it. */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	let broken: Error | undefined;
	try {
		await client.query('begin');
		const result = await work(client);
		await client.query('commit');
		return result;
	} catch (error) {
		await client.query('rollback').catch((fault: unknown) => {
			broken = fault instanceof Error ? fault : new Error('rollback failed');
		});
		throw error;
	} finally {
		client.release(broken);
	}
}
