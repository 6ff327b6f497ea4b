/** Which room may import which room, and which packages. Whatever is not listed is forbidden. */
export interface Room {
	/** Path prefix of the room's files. */
	readonly path: string;
	readonly rooms: readonly string[];
	/** npm packages and `node:` modules; `node:*` stands for all of node's own. */
	readonly packages: readonly string[];
}

const closed = ['analytics/contract', 'analytics/regions', 'analytics/engine'];
const door = 'analytics/contract';

/** Longest prefix first, so that a narrower room wins. */
export const rooms: readonly Room[] = [
	{ path: 'analytics/privacy/entropy.ts', rooms: ['analytics/privacy'], packages: ['node:crypto'] },
	// Goes alone to whoever verifies a ledger.
	{ path: 'analytics/ledger/verify', rooms: [], packages: ['pg', 'node:*'] },
	{ path: 'analytics/version.ts', rooms: [], packages: ['package.json'] },
	{ path: 'analytics/contract', rooms: [], packages: ['zod', 'kysely'] },
	{ path: 'analytics/privacy', rooms: [], packages: [] },
	{ path: 'analytics/plan', rooms: [door, 'analytics/privacy'], packages: ['node:crypto'] },
	{
		path: 'analytics/regions',
		rooms: [door],
		packages: ['topojson-client', 'topojson-specification', 'csv-parse', 'node:*']
	},
	{
		path: 'analytics/specification',
		rooms: [door, 'analytics/regions'],
		packages: ['zod', 'yaml', 'csv-parse', 'node:*']
	},
	{ path: 'analytics/engine', rooms: [], packages: ['@duckdb/node-api', 'kysely', 'node:*'] },
	{
		path: 'analytics/microdata',
		rooms: [...closed, 'analytics/indicators', 'analytics/population', 'analytics/events'],
		packages: ['@duckdb/node-api', 'csv-parse', 'kysely', 'node:*']
	},
	{
		path: 'analytics/indicators',
		rooms: [...closed, 'analytics/microdata', 'analytics/population'],
		packages: ['kysely']
	},
	{ path: 'analytics/events', rooms: [...closed, 'analytics/microdata', 'analytics/population'], packages: ['kysely'] },
	{
		path: 'analytics/population',
		rooms: [...closed, 'analytics/microdata', 'analytics/indicators', 'analytics/events'],
		packages: ['kysely', 'node:*']
	},
	{
		// Writes the files that the closed side reads, and reads them back to compare them with published figures.
		path: 'analytics/synthetic',
		rooms: [...closed, 'analytics/microdata'],
		packages: ['csv-parse', '@duckdb/node-api', 'kysely', 'node:*']
	},
	{
		path: 'analytics/measure',
		rooms: [
			door,
			'analytics/population',
			'analytics/plan',
			'analytics/privacy',
			'analytics/ledger',
			'analytics/engine',
			'analytics/faults'
		],
		packages: ['kysely', 'node:util']
	},
	{
		// Runs whole releases of invented records as the flow does, and listens at the engine and the generator.
		path: 'analytics/audit',
		rooms: [
			door,
			'analytics/privacy',
			'analytics/specification',
			'analytics/plan',
			'analytics/population',
			'analytics/microdata',
			'analytics/measure',
			'analytics/ledger',
			'analytics/release',
			'analytics/synthetic',
			'analytics/pipeline.ts',
			'analytics/version.ts'
		],
		packages: ['@duckdb/node-api', 'node:*']
	},
	{ path: 'analytics/faults', rooms: [], packages: [] },
	{ path: 'analytics/postgres', rooms: ['migrations'], packages: ['pg', 'kysely', 'node:*'] },
	{
		path: 'analytics/ledger',
		rooms: [door, 'analytics/privacy', 'analytics/postgres', 'analytics/faults'],
		packages: ['pg', 'kysely', 'node:*']
	},
	{ path: 'analytics/release', rooms: [door, 'analytics/privacy'], packages: ['zod', 'csv-parse', 'node:*'] },
	{ path: 'analytics/reconcile', rooms: [door, 'analytics/privacy', 'analytics/plan'], packages: ['csv-parse'] },
	{ path: 'analytics/early-warning', rooms: [door, 'analytics/privacy'], packages: ['zod'] },
	{
		path: 'analytics/store',
		rooms: [door, 'analytics/privacy', 'analytics/postgres', 'analytics/regions', 'analytics/faults'],
		packages: ['pg', 'kysely', 'node:*']
	},
	{
		path: 'analytics/commands',
		rooms: ['analytics'],
		packages: ['commander', 'cli-progress', 'zod', 'csv-parse', 'node:*']
	},
	{ path: 'analytics', rooms: ['analytics'], packages: ['commander', 'node:*'] },
	{ path: 'migrations', rooms: [], packages: ['kysely'] },
	{
		// Early warning reads published figures only, so the server may ask it what a visitor's own question needs.
		path: 'src/lib/server',
		rooms: [door, 'analytics/early-warning', 'src/lib', 'src/error.html'],
		packages: [
			'pg',
			'kysely',
			'linkedom',
			'@observablehq/plot',
			'@sveltejs/kit',
			'$env',
			'$app',
			'zod',
			'rate-limiter-flexible',
			'node:*',
			'pdfkit'
		]
	},
	{
		// Its demonstration draws in the visitor's browser what a release draws on the closed side.
		path: 'src/routes/[[lang=lang]]/privacy',
		rooms: [door, 'src', 'analytics/privacy'],
		packages: ['svelte', '@sveltejs/kit', './$types', '$app']
	},
	// Says to the web what the repository says of reporting a hole.
	{
		path: 'src/routes/[x+2e]well-known',
		rooms: ['src'],
		packages: ['SECURITY.md', '@sveltejs/kit', './$types']
	},
	{
		path: 'src',
		rooms: [door, 'src'],
		packages: ['svelte', '@sveltejs/kit', './$types', '$app', '$env', '@observablehq/plot', 'zod']
	}
];

/** Every room may import the named errors; `contract` is below them. */
export const everywhere = ['analytics/errors.ts'];

/** Files that the browser gets may not reach the server's own, even though routes load through it. */
export const serverOnly = 'src/lib/server';
export const mayUseServer = [/^src\/lib\/server\//, /^src\/hooks\.server\.ts$/, /\.server\.ts$/, /\+server\.ts$/];

/** The six locks of the house, and the test that shows each one hold. */
export const locks = [
	{ name: 'import', holds: 'no room imports what it may not', test: 'tests/unit/boundaries.test.ts' },
	{
		name: 'type',
		holds: 'values before noise cannot be printed or serialised',
		test: 'analytics/measure/exact-counts.test.ts'
	},
	{
		name: 'process',
		holds: 'the web server gets no path and no credential of microdata',
		test: 'analytics/commands/serve.test.ts'
	},
	{
		name: 'database',
		holds: "the web's role can select published views and nothing else",
		test: 'analytics/store/reader-role.db.test.ts'
	},
	{
		name: 'logs',
		holds: 'no record value in a message or on a stream',
		test: 'tests/unit/no-record-in-messages.test.ts'
	},
	{ name: 'bundle', holds: 'only listed files and columns leave', test: 'analytics/release/smuggle.test.ts' }
] as const;
