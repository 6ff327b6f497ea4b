import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { ClientBase } from 'pg';
import { readEvidence, verifySnapshot, type OutsideEvidence } from '../../analytics/ledger/verify/verify.ts';
import { migrate } from '../../analytics/postgres/migrate.ts';
import { openPool, transaction } from '../../analytics/postgres/pool.ts';
import { answerMutations } from './ledger-mutations/answers.ts';
import { cellMutations } from './ledger-mutations/cells.ts';
import { checkpointMutations } from './ledger-mutations/checkpoint.ts';
import { Dice } from './ledger-mutations/dice.ts';
import { entryMutations } from './ledger-mutations/entries.ts';
import type { DatabaseMutation, Mutation } from './ledger-mutations/kind.ts';
import { schemaMutations } from './ledger-mutations/schema.ts';
import { writeSample, type Sample } from './ledger-sample.ts';

export interface Hunt {
	/** Problems of the ledger that nobody touched; there should be none. */
	readonly falseAlarms: readonly string[];
	/** How often each kind of mutation was made. */
	readonly made: ReadonlyMap<string, number>;
	/** Mutations that the verifier did not find: kind and seed. */
	readonly missed: readonly string[];
}

const mutations: readonly Mutation[] = [
	...schemaMutations,
	...checkpointMutations,
	...cellMutations,
	...entryMutations,
	...answerMutations
];

/**
 * Writes a ledger, mutates it `count` times in every kind of way as its owner could, each time from the start, and verifies
 * each. One that changes nothing is not counted, and made anew.
 * @param url an empty database
 * @param folder where the checkpoints go
 */
export async function huntMutations(url: string, folder: string, seed: number, count: number): Promise<Hunt> {
	const pool = openPool(url, 1);
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		await migrate(db, 'ledger');
		const sample = await transaction(pool, writeSample);
		const client = await pool.connect();
		try {
			return await hunt(client, new Checkpoints(folder, sample), sample, seed, count);
		} finally {
			client.release();
		}
	} finally {
		await db.destroy();
	}
}

async function hunt(
	client: ClientBase,
	checkpoints: Checkpoints,
	sample: Sample,
	seed: number,
	count: number
): Promise<Hunt> {
	const made = new Map<string, number>();
	const missed: string[] = [];
	const intact = await checkpoints.evidence(sample.checkpoint);
	const falseAlarms = await undone(client, async () => problemsOf(client, intact));
	let stripped: readonly string[] | null = null;
	// Every kind as often as the others; those of the rows last, because they need the constraints gone.
	for (const [k, mutation] of mutations.entries()) {
		if (mutation.of === 'rows') stripped ??= await strip(client, intact);
		for (let i = k; i < count; i += mutations.length) {
			const name = `${mutation.kind} (seed ${seed}, mutation ${i})`;
			const dice = new Dice(seed * 1_000_003 + i);
			const problems =
				mutation.of === 'checkpoint'
					? await undone(client, async () =>
							problemsOf(client, await checkpoints.evidence(mutation.apply(sample.checkpoint, dice, sample)))
						)
					: await mutated(client, mutation, dice, sample, intact);
			if (problems.every((problem) => stripped?.includes(problem))) missed.push(name);
			made.set(mutation.kind, (made.get(mutation.kind) ?? 0) + 1);
		}
	}
	return { falseAlarms, made, missed };
}

async function problemsOf(client: ClientBase, evidence: OutsideEvidence): Promise<readonly string[]> {
	return (await verifySnapshot(client, evidence)).problems;
}

/** The problems of a mutated ledger. */
async function mutated(
	client: ClientBase,
	{ kind, of, apply }: DatabaseMutation,
	dice: Dice,
	sample: Sample,
	evidence: OutsideEvidence
): Promise<readonly string[]> {
	for (let tries = 0; tries < 50; tries++) {
		const problems = await undone(client, async () => {
			const before = of === 'rows' ? await contentOf(client) : '';
			try {
				await apply(client, dice, sample);
			} catch (error) {
				if (error instanceof Error && 'severity' in error) return null;
				throw error;
			}
			return of === 'rows' && before === (await contentOf(client)) ? null : problemsOf(client, evidence);
		});
		if (problems !== null) return problems;
	}
	throw new Error(`no mutation of the kind "${kind}" could be made`);
}

async function undone<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
	await client.query('begin');
	try {
		return await work();
	} finally {
		await client.query('rollback');
	}
}

/** Everything that the ledger says, in whatever order its rows lie. */
async function contentOf(client: ClientBase): Promise<string> {
	const { rows } = await client.query<{ content: string }>(
		`select md5(string_agg(line::text, ',' order by line::text)) as content from (
			select to_jsonb(t) as line from ledger.entry t
			union all select to_jsonb(t) - 'id' from ledger.account t
			union all select to_jsonb(t) from ledger.measurement t
			union all select to_jsonb(t) from ledger.noisy_table t) lines`
	);
	return rows[0]!.content;
}

/**
 * Takes away all that keeps the owner from writing whatever he likes; the problems that this makes by itself. A mutation of
 * rows counts as found by what it makes of the rows only.
 */
async function strip(client: ClientBase, evidence: OutsideEvidence): Promise<readonly string[]> {
	const { rows } = await client.query<{ statement: string }>(
		`select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement from pg_constraint
		where connamespace = 'ledger'::regnamespace and contype in ('c', 'f', 'u', 'p')
		order by contype = 'f' desc`
	);
	for (const { statement } of rows)
		await client.query(statement.replace('drop constraint', 'drop constraint if exists'));
	await client.query('drop function ledger.refuse_change, ledger.guard_account, ledger.guard_entry cascade');
	return undone(client, () => problemsOf(client, evidence));
}

/** Files with the text that a checkpoint has in a mutation. */
class Checkpoints {
	readonly #folder: string;
	readonly #key: string;
	#files = 0;

	constructor(folder: string, { key }: Sample) {
		this.#folder = folder;
		this.#key = key;
	}

	async evidence(text: string | null): Promise<OutsideEvidence> {
		const checkpoint = join(this.#folder, `checkpoint-${++this.#files}.jsonl`);
		if (text !== null) writeFileSync(checkpoint, text);
		const evidence = await readEvidence({ key: this.#key, checkpoint });
		rmSync(checkpoint, { force: true });
		return evidence;
	}
}
