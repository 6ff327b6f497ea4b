/**
 * Verifies a ledger of Voorzicht, alone. This folder needs Node (22.18 or newer) and the package pg, and none of the
 * program that keeps the ledger, so it can be copied to an auditor's machine and run there:
 *
 *     node verify/main.ts --ledger postgres://... [--checkpoint FILE [--earlier]] [--bundle DIR]... [--key FILE] [--json]
 *
 * It repeats on purpose what the program does, from the formulas and not with its code: the seal of entries, which line of a
 * checkpoint counts, the sums of accounts, the officers' signatures, the schema. A mistake in one of the two then shows, so
 * nothing here may be shared with the program. It reads one snapshot of the database in a transaction that is rolled back,
 * and changes nothing.
 *
 * To read it: verify.ts names every check. chain.ts goes through the entries (grammar.ts, seal.ts) and enters them in
 * books.ts; accounts.ts and answers.ts hold the tables against the books, seen.ts the checkpoint (checkpoint.ts) against the
 * entries; schema.ts and rights.ts look at the database itself.
 */
import { parseArgs } from 'node:util';
import pg, { type ClientBase } from 'pg';
import { codeOf, readNamed, UnreadableError } from './files.ts';
import type { Verification } from './findings.ts';
import { verifyLedger } from './verify.ts';

const USAGE = `Verifies a ledger of Voorzicht: its chain of entries, accounts, stored answers, officers' signatures, schema and rights.

  node verify/main.ts --ledger postgres://user:password@host:port/database [options]

  --checkpoint FILE   the checkpoint that the ledger keeps outside its database
  --earlier           the checkpoint is a copy of some time ago, and the ledger may have gone on
  --bundle DIR        a bundle that should have come from this ledger; may be given more than once
  --key FILE          file with the key of the ledger (default: the environment's VOORZICHT_LEDGER_KEY)
  --json              one JSON document instead of sentences

Exit code: 0 whole, 3 not whole, 2 wrong usage, 5 the database or a file cannot be read.
`;

class UsageError extends Error {}

interface Outcome {
	readonly exitCode: 0 | 2 | 3 | 5;
	readonly stdout?: string;
	readonly stderr?: string;
}

async function run(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<Outcome> {
	try {
		const options = parse(args);
		if (options.help === true) return { exitCode: 0, stdout: USAGE };
		const url = ledgerUrl(options.ledger);
		const key = keyOf(options.key, env['VOORZICHT_LEDGER_KEY']);
		const evidence = {
			key,
			checkpoint: options.checkpoint ?? null,
			isEarlier: options.earlier === true,
			bundles: options.bundle ?? []
		};
		const result = await connected(url, (client) => verifyLedger(client, evidence));
		const stdout = options.json === true ? `${JSON.stringify(result)}\n` : sentences(result);
		return { exitCode: result.ok ? 0 : 3, stdout };
	} catch (error) {
		if (error instanceof UsageError) return { exitCode: 2, stderr: `${error.message} See --help.\n` };
		if (error instanceof UnreadableError) return { exitCode: 5, stderr: `${error.message}\n` };
		// A message of the database may quote what it holds, and one of the driver the address: only the code is told.
		return {
			exitCode: 5,
			stderr: `The database cannot be reached or read (${codeOf(error)}). Check its address, its password and the rights of the role.\n`
		};
	}
}

function parse(args: readonly string[]) {
	const one = { type: 'string' } as const;
	try {
		return parseArgs({
			args: [...args],
			options: {
				ledger: one,
				checkpoint: one,
				earlier: { type: 'boolean' },
				bundle: { type: 'string', multiple: true },
				key: one,
				json: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' }
			}
		}).values;
	} catch {
		throw new UsageError('An option is unknown, or lacks its value.');
	}
}

function ledgerUrl(text: string | undefined): string {
	if (text !== undefined && /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
	throw new UsageError('Name the database of the ledger: --ledger postgres://user:password@host:port/database.');
}

function keyOf(file: string | undefined, given: string | undefined): string {
	const key = file === undefined ? given : readNamed(file).toString('utf8').trim();
	if (key === undefined || key === '')
		throw new UsageError('Give the key of the ledger: VOORZICHT_LEDGER_KEY in the environment, or --key FILE.');
	return key;
}

async function connected<T>(url: string, use: (client: ClientBase) => Promise<T>): Promise<T> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: 10_000,
		application_name: 'voorzicht verify'
	});
	// A connection that breaks is told by the query that it breaks.
	client.on('error', () => undefined);
	try {
		await client.connect();
		return await use(client);
	} finally {
		await client.end().catch(() => undefined);
	}
}

function sentences({ ok, entries, problems }: Verification): string {
	const counted = entries === 1 ? '1 entry' : `${entries} entries`;
	if (ok) return `The ledger is whole: ${counted} verified.\n`;
	return `The ledger is NOT whole (${counted}):\n${problems.map((problem) => `- ${problem}\n`).join('')}`;
}

const { exitCode, stdout = '', stderr = '' } = await run(process.argv.slice(2), process.env);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
