import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;

/** Connections of the web process: they wait for no more than seconds, and none that breaks ends the process. */
export function webPool(url: string): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: 3_000,
		statement_timeout: 10_000,
		// Compiling a question, or dividing it over processes, takes longer than any answer to a page.
		options: '-c jit=off -c max_parallel_workers_per_gather=0',
		// Idle connections do not keep a server that was told to stop.
		allowExitOnIdle: true,
		types: { getTypeParser: (oid, format) => parserOf(oid, format) }
	});
	// The pool tells of idle connections that break; the next query opens a new one.
	pool.on('error', () => {});
	// One that breaks in use tells of it itself, beside the fault that its query gets.
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

/** Identifiers and counts are far below 2^53, so 64-bit integers and numerics may become numbers. */
function parserOf(oid: number, format: 'text' | 'binary' | undefined) {
	if (oid === INT8 || oid === NUMERIC) return Number;
	return pg.types.getTypeParser(oid, format as 'text');
}
