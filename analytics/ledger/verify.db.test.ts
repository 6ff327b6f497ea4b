import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { freshDatabase } from '../../tests/database/fresh.ts';
import { checkpointFile, Desk, KEY, key, openAll, request, tables } from '../../tests/database/ledger-desk.ts';
import {
	approvals,
	chargeFields,
	lineOf,
	link,
	openFields,
	requestKey,
	sealWith,
	signer,
	type LedgerWriter
} from '../../tests/database/ledger-writer.ts';
import { openPool } from '../postgres/pool.ts';
import { readEvidence, verifyLedger } from './verify/verify.ts';

const [anna, bart] = [signer('anna'), signer('bart')];
const evidence = (checkpoint: string) => readEvidence({ key: KEY, checkpoint });

let desk: Desk;
beforeAll(async () => {
	desk = await Desk.open();
});
afterAll(() => desk.close());

it('finds nothing in a new ledger, whose schema is the one it knows', async () => {
	expect(await verifyLedger(desk.client, { key: KEY, checkpoint: join(inject('scratch'), 'none') })).toEqual({
		ok: true,
		entries: 0,
		problems: []
	});
});

it('says what is missing in a database without a ledger', async () => {
	const other = openPool(await freshDatabase(), 1);
	const connection = await other.connect();
	const { ok, problems } = await verifyLedger(connection, { key: KEY, checkpoint: null });
	connection.release();
	await other.end();
	expect([ok, problems.length]).toEqual([false, 1]);
	expect(problems[0]).toContain('there is no ledger in this database');
});

it('reads answers in parts and entries in portions', async () => {
	const large = [{ id: 'large', sigma2: '1/1', counts: Array.from({ length: 150_000 }, (_, i) => i) }, ...tables];
	const answer = async (writer: LedgerWriter) => {
		await openAll(writer);
		await writer.measure(key, await writer.charge(request), large);
	};
	const more = async (writer: LedgerWriter) => {
		await answer(writer);
		for (let cap = 1; cap <= 500; cap++) await writer.open('nederland', 'household', 'horizon', String(cap));
	};
	expect(await desk.problemsOf(more)).toEqual([]);
	const changed = async (writer: LedgerWriter) => {
		await answer(writer);
		await desk.client.query('alter table ledger.noisy_table disable trigger append_only');
		await desk.client.query('update ledger.noisy_table set counts = set_byte(counts, 1199999, 1) where number = 0');
		await desk.client.query('alter table ledger.noisy_table enable always trigger append_only');
	};
	expect(await desk.problemsOf(changed)).toEqual(['the tables of entry 5 are not the ones that were measured']);
});

it('a ledger that is all wrong does not make a report without end', async () => {
	const problems = await desk.problemsOf(
		async (writer) => {
			for (let cap = 1; cap <= 150; cap++) await writer.open('nederland', 'household', 'horizon', String(cap));
		},
		() => readEvidence({ key: `${KEY}.`, checkpoint: null })
	);
	expect(problems).toHaveLength(101);
	expect(problems.at(-1)).toBe('and 50 problems more');
});

/** Three charges that were answered, each in transactions of its own. */
async function three(writer: LedgerWriter): Promise<void> {
	await openAll(writer);
	for (const snapshot of ['a', 'b', 'c']) {
		const one = { ...request, snapshot };
		await writer.measure(requestKey(one), await writer.charge(one), tables);
	}
}

const stranger = (writer: LedgerWriter) => lineOf(link(writer.links[3]!, openFields(), sealWith(KEY)));

it.each<[string, (writer: LedgerWriter) => string]>([
	['that has everything', ({ lines }) => lines.join('')],
	['that a crash kept from the last entry', ({ lines }) => lines.slice(0, -1).join('')],
	['that a crash cut short', ({ lines }) => lines.join('').slice(0, -30)],
	['that a crash cut short before it went on', ({ lines }) => lines.toSpliced(4, 0, '{"number":5,"pr\n').join('')],
	['with the line of a copy that came second', (w) => w.lines.toSpliced(6, 0, stranger(w)).join('')],
	['with a line twice', ({ lines }) => lines.toSpliced(5, 0, lines[4]!).join('')]
])('a checkpoint %s is whole', async (_what, text) => {
	expect(await desk.problemsOf(three, (writer) => evidence(checkpointFile(text(writer))))).toEqual([]);
});

const changed = (lines: readonly string[], at: number, change: (line: string) => string) =>
	lines.with(at, change(lines.at(at)!)).join('');

it.each<[string, (lines: readonly string[]) => string, string]>([
	[
		'whose last line is cut short and ended',
		(lines) => changed(lines, 8, (line) => `${line.slice(0, 40)}\n`),
		'line 9'
	],
	['with another digit in a body', (lines) => changed(lines, 2, (line) => line.replace('6000', '7000')), 'line 3'],
	['with white space', (lines) => changed(lines, 2, (line) => line.replace(',', ', ')), 'line 3'],
	['without one of its lines', (lines) => lines.toSpliced(5, 1).join(''), 'line 6'],
	['whose lines changed places', ([a, b, ...rest]) => [b, a, ...rest].join(''), 'line 1']
])('a checkpoint %s is damaged', async (_what, text, place) => {
	expect(await desk.problemsOf(three, ({ lines }) => evidence(checkpointFile(text(lines))))).toEqual([
		`${place} of the checkpoint is damaged, or is sealed with another key`
	]);
});

it('an earlier copy of the checkpoint is told apart from one that was put back', async () => {
	const early = (isEarlier: boolean) => (writer: LedgerWriter) =>
		readEvidence({ key: KEY, checkpoint: checkpointFile(writer.lines.slice(0, 4).join('')), isEarlier });
	expect(await desk.problemsOf(three, early(true))).toEqual([]);
	expect((await desk.problemsOf(three, early(false))).join()).toContain('older than a crash can leave it');
});

it('entries that arrive between the look at the checkpoint and the snapshot are no problem', async () => {
	const live = async (writer: LedgerWriter) => {
		const file = checkpointFile(writer.lines.slice(0, 4).join(''));
		const outside = await evidence(file);
		writeFileSync(file, writer.lines.slice(0, -1).join(''));
		return outside;
	};
	expect(await desk.problemsOf(three, live)).toEqual([]);
});

it('what the checkpoint had seen and the database lost is taken over in full', async () => {
	const reconcile = (adopted: bigint) => async (writer: LedgerWriter) => {
		await openAll(writer);
		const officers = [anna.officer, bart.officer];
		const since = await writer.add({ kind: 'officers', officers, approvals: [] });
		const { hash, number } = writer.last!;
		const seen = writer.lose(chargeFields(request));
		const over = { hash: seen.hash, number: seen.number };
		const { rows } = await desk.client.query(
			`update ledger.account set spent = spent + $1::bigint
			returning lineage, unit, scope, ($1::bigint)::text as amount, spent::text, cap::text`,
			[adopted]
		);
		const signed = approvals({ action: 'reconcile', checkpoint: over, database: { hash, number } }, [anna, bart]);
		await writer.add({ kind: 'reconciled', over, since, accounts: rows, officers, approvals: signed });
	};
	const outside = ({ lines }: LedgerWriter) => evidence(checkpointFile(lines.join('')));
	expect(await desk.problemsOf(reconcile(50_000_000n), outside)).toEqual([]);
	expect(await desk.problemsOf(reconcile(49_999_999n), outside)).toContain(
		'entry 5 takes over less than the checkpoint has seen'
	);
});
