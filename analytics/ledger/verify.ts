/**
 * Verifies a ledger of Voorzicht, alone. This one file needs Node (22.18 or newer) and the package pg, and none of the
 * program that keeps the ledger, so it can be copied to an auditor's machine and run there:
 *
 *     node verify.ts --ledger postgres://... [--checkpoint FILE [--earlier]] [--bundle DIR]... [--key FILE] [--json]
 *
 * What the program does is done here a second time, from the formulas and not with its code: the seal of entries, which
 * line of a checkpoint counts, the sums of accounts, the officers' signatures, the schema. A mistake in one of the two then
 * shows. It reads one snapshot of the database in a transaction that is rolled back, and changes nothing.
 */
import { createHash, createHmac, createPublicKey, verify as verifySignature } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg, { type ClientBase } from 'pg';

export interface Verification {
	readonly ok: boolean;
	/** Entries in the database. */
	readonly entries: number;
	/** One sentence each; the first ones are where to look. */
	readonly problems: readonly string[];
}

export interface Evidence {
	/** The secret of the seals (VOORZICHT_LEDGER_KEY). */
	readonly key: string;
	/** Path of the checkpoint; null: verify without. */
	readonly checkpoint: string | null;
	/** The checkpoint is a copy of some time ago, so the database may be ahead of it. */
	readonly isEarlier?: boolean;
	/** Folders of bundles that should have come from this ledger. */
	readonly bundles?: readonly string[];
}

/** A file that is named and cannot be read. */
export class UnreadableError extends Error {
	override readonly name = 'UnreadableError';
}

/**
 * The whole ledger against itself and, when given, against its checkpoint and bundles.
 * @param client a connection outside any transaction
 * @throws UnreadableError, or whatever pg throws when the database cannot be read
 */
export async function verifyLedger(client: ClientBase, evidence: Evidence): Promise<Verification> {
	const outside = await readEvidence(evidence);
	await client.query('begin isolation level repeatable read read only');
	try {
		return await verifySnapshot(client, outside);
	} finally {
		await client.query('rollback').catch(() => undefined);
	}
}

/** What stands outside the database. Read before the snapshot, so that an entry which arrives in between is ahead of it. */
export interface OutsideEvidence {
	readonly key: string;
	readonly checkpoint: Checkpoint | null;
	readonly isEarlier: boolean;
	readonly bundles: readonly Bundle[];
}

export async function readEvidence(evidence: Evidence): Promise<OutsideEvidence> {
	const { key, checkpoint, isEarlier = false, bundles = [] } = evidence;
	return {
		key,
		checkpoint: checkpoint === null ? null : await readCheckpoint(checkpoint, key),
		isEarlier,
		bundles: bundles.map(readBundle)
	};
}

/** @param client a connection inside a transaction that sees one snapshot */
export async function verifySnapshot(client: ClientBase, outside: OutsideEvidence): Promise<Verification> {
	const found = new Findings();
	await client.query('set local search_path = pg_catalog');
	await verifySchema(client, found);
	if (!found.isReadable) return found.verification(0);
	await verifyRights(client, found);
	const books = await verifyEntries(client, outside.key, found);
	await verifyAccounts(client, books, found);
	await verifyAnswers(client, books, found);
	if (outside.checkpoint !== null) await verifyCheckpoint(client, outside, books, found);
	for (const { folder, manifest } of outside.bundles)
		if (!books.manifests.has(manifest)) found.add(`the manifest of bundle ${folder} is in no entry of the ledger`);
	return found.verification(books.entries);
}

/** Problems in the order in which they are found; a ledger that is all wrong must not fill the memory with them. */
class Findings {
	static readonly #most = 100;
	readonly #problems: string[] = [];
	#more = 0;
	/** False: tables or columns are missing, and nothing else can be asked. */
	isReadable = true;

	add(problem: string): void {
		if (this.#problems.length < Findings.#most) this.#problems.push(problem);
		else this.#more++;
	}

	verification(entries: number): Verification {
		const problems = [...this.#problems, ...(this.#more > 0 ? [`and ${this.#more} problems more`] : [])];
		return { ok: problems.length === 0, entries, problems };
	}
}

// --- Entries: bodies of all kinds ------------------------------------------------------------------------------------

const GENESIS = '0'.repeat(64);
/** Amounts are whole nano-rho in PostgreSQL's bigint; a cap is at most rho 1,000. */
const MOST_AMOUNT = 2n ** 63n - 1n;
const MOST_CAP = 10n ** 12n;
const NANO = 10n ** 9n;

interface Head {
	readonly number: number;
	readonly hash: string;
}

interface Account {
	readonly lineage: string;
	readonly unit: string;
	readonly scope: string;
}

interface Approval {
	readonly officer: string;
	readonly signature: string;
}

interface Officer {
	readonly name: string;
	readonly key: string;
}

interface Open extends Account {
	readonly kind: 'open';
	readonly cap: string;
	readonly approvals: readonly Approval[];
}

interface Charge {
	readonly kind: 'charge';
	readonly key: string;
	readonly attempt: number;
	readonly lineage: string;
	readonly unit: string;
	readonly period: string;
	readonly snapshot: string;
	readonly planHash: string;
	readonly rho: string;
	readonly amount: string;
	readonly scopes: readonly string[];
}

interface Measured {
	readonly kind: 'measured';
	readonly key: string;
	readonly charge: number;
	readonly tables: string;
}

interface BundleWritten {
	readonly kind: 'bundle';
	readonly key: string;
	readonly charge: number;
	readonly manifest: string;
}

interface Officers {
	readonly kind: 'officers';
	readonly officers: readonly Officer[];
	readonly approvals: readonly Approval[];
}

interface Adopted extends Account {
	readonly amount: string;
	readonly spent: string;
	readonly cap: string;
}

interface Reconciled {
	readonly kind: 'reconciled';
	readonly over: Head | null;
	readonly since: number;
	readonly accounts: readonly Adopted[];
	readonly officers: readonly Officer[];
	readonly approvals: readonly Approval[];
}

type Body = { readonly number: number } & (Open | Charge | Measured | BundleWritten | Officers | Reconciled);

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length <= 100_000;
const name: Check = (value) => typeof value === 'string' && /^\P{Cc}{1,1000}$/u.test(value);
const hash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const time: Check = (value) => typeof value === 'string' && /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
const unit: Check = (value) => value === 'person' || value === 'household';
const scope: Check = (value) =>
	typeof value === 'string' && /^(horizon|year:\d{4}|(programme|project):[a-z0-9][a-z0-9-]{0,63})$/.test(value);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const countOrNone: Check = (value) => value === 0 || count(value);
const base64: Check = (value) =>
	typeof value === 'string' && value !== '' && Buffer.from(value, 'base64').toString('base64') === value;
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
const record =
	(fields: Readonly<Record<string, Check>>): Check =>
	(value) =>
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.keys(value).length === Object.keys(fields).length &&
		Object.entries(fields).every(([field, check]) => Object.hasOwn(value, field) && check(Reflect.get(value, field)));
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
/** Whole numbers without sign, exponent or leading zeros, as text: JSON's own numbers are doubles. */
const integer =
	(least: bigint, most: bigint): Check =>
	(value) =>
		typeof value === 'string' && /^(0|[1-9]\d{0,18})$/.test(value) && BigInt(value) >= least && BigInt(value) <= most;

const account = { lineage: name, unit, scope };
const head = record({ number: countOrNone, hash });
const officers = listOf(record({ name, key: base64 }));
const approvals = listOf(record({ officer: name, signature: base64 }));

/** The fields of each kind of entry, beside `number`, `at` and `kind`. */
const KINDS: Readonly<Record<Body['kind'], Readonly<Record<string, Check>>>> = {
	open: { ...account, cap: integer(0n, MOST_CAP), approvals },
	charge: {
		key: hash,
		attempt: count,
		lineage: name,
		unit,
		period: name,
		snapshot: name,
		planHash: hash,
		description: text,
		rho: text,
		amount: integer(1n, MOST_AMOUNT),
		scopes: listOf(scope)
	},
	measured: { key: hash, charge: count, tables: hash },
	bundle: { key: hash, charge: count, manifest: hash },
	officers: { officers, approvals },
	reconciled: {
		over: orNull(head),
		since: countOrNone,
		accounts: listOf(
			record({
				...account,
				amount: integer(0n, MOST_AMOUNT),
				spent: integer(0n, MOST_CAP),
				cap: integer(0n, MOST_CAP)
			})
		),
		officers,
		approvals
	}
};

/** The body of an entry, or a sentence that says what is wrong with it. */
function parseBody(json: string): Body | string {
	let body: unknown;
	try {
		body = JSON.parse(json);
		if (JSON.stringify(body) !== json) return 'is not written in its one canonical form';
	} catch {
		return 'holds no JSON';
	}
	const kind = typeof body === 'object' && body !== null ? Reflect.get(body, 'kind') : null;
	if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return 'is of no known kind';
	const fields = KINDS[kind as Body['kind']];
	if (!record({ number: count, at: time, kind: text, ...fields })(body))
		return `has not exactly the fields of an entry "${kind}", each of its type and within its bounds`;
	return body as Body;
}

function sealOf(prev: string, body: string, key: string): string {
	return createHmac('sha256', key).update(`${prev}\n${body}`).digest('hex');
}

interface EntryRow {
	readonly number: string;
	readonly kind: string;
	readonly key: string | null;
	readonly attempt: string | null;
	readonly body: string;
	readonly prev: string;
	readonly hash: string;
}

async function verifyEntries(client: ClientBase, key: string, found: Findings): Promise<Books> {
	const books = new Books(found);
	let prev = GENESIS;
	const rows = rowsOf<EntryRow>(
		client,
		`select number::text, kind, key, attempt::text, body, prev_hash as prev, hash from ledger.entry order by entry.number`
	);
	for await (const row of rows) {
		const place = `entry ${row.number}`;
		books.entries++;
		if (row.number !== String(books.entries)) found.add(`${place} stands where entry ${books.entries} belongs`);
		if (row.prev !== prev) found.add(`${place} does not follow from the entry before it`);
		if (row.hash !== sealOf(row.prev, row.body, key))
			found.add(`${place} is not sealed with the key: it was changed, or the key is another one`);
		const body = parseBody(row.body);
		if (typeof body === 'string') found.add(`${place} ${body}`);
		else {
			if (!sameColumns(row, body)) found.add(`${place} has columns that differ from its content`);
			books.enter(body, { number: Number(row.number) - 1, hash: row.prev });
		}
		prev = row.hash;
	}
	return books;
}

function sameColumns(row: EntryRow, body: Body): boolean {
	const key = 'key' in body ? body.key : null;
	const attempt = body.kind === 'charge' ? String(body.attempt) : null;
	return row.number === String(body.number) && row.kind === body.kind && row.key === key && row.attempt === attempt;
}

// --- Books: what the entries add up to -------------------------------------------------------------------------------

interface Position {
	cap: bigint;
	spent: bigint;
}

/** Caps, in nano-rho, with which an account opens although no officer signed. */
const DEFAULT_CAPS: Readonly<Record<string, bigint>> = {
	horizon: 10n * NANO,
	'programme:dashboard': 6n * NANO,
	'programme:validation': 3n * NANO,
	'programme:reserve': 1n * NANO
};
const DEFAULT_YEAR_CAP = (25n * NANO) / 10n;

function defaultCap(scope: string): bigint {
	return DEFAULT_CAPS[scope] ?? (scope.startsWith('year:') ? DEFAULT_YEAR_CAP : 0n);
}

const RANK = ['horizon', 'year', 'programme', 'project'];

/** Goes through the entries in their order and keeps what follows from them. */
class Books {
	entries = 0;
	readonly accounts = new Map<string, Position>();
	/** Key of a request -> its answer. */
	readonly answers = new Map<string, { readonly entry: number; readonly charge: number; readonly tables: string }>();
	readonly manifests = new Set<string>();
	readonly #charges = new Map<number, string>();
	readonly #attempts = new Map<string, number>();
	readonly #found: Findings;
	#officers: readonly Officer[] = [];

	constructor(found: Findings) {
		this.#found = found;
	}

	/** @param before the entry before this one */
	enter(body: Body, before: Head): void {
		const place = `entry ${body.number}`;
		for (const problem of this.#problemsOf(body, before)) this.#found.add(`${place} ${problem}`);
	}

	#problemsOf(body: Body, before: Head): Iterable<string> {
		switch (body.kind) {
			case 'open':
				return this.#open(body);
			case 'charge':
				return this.#charge(body, body.number);
			case 'measured':
				return this.#measure(body, body.number);
			case 'bundle':
				return this.#bundle(body);
			case 'officers':
				return this.#appoint(body);
			case 'reconciled':
				return this.#reconcile(body, before);
		}
	}

	*#open(body: Open): Iterable<string> {
		const known = this.accounts.get(accountText(body));
		const cap = BigInt(body.cap);
		const mayAlone = known === undefined ? defaultCap(body.scope) : known.cap;
		const statement = {
			action: 'cap',
			lineage: body.lineage,
			unit: body.unit,
			scope: body.scope,
			from: known === undefined ? null : known.cap.toString(),
			to: body.cap
		};
		if (this.#officers.length > 0 && cap > mayAlone && !isApproved(statement, body.approvals, this.#officers))
			yield 'raises a cap without two officers';
		else if (signersOf(statement, body.approvals, this.#officers) === null)
			yield 'carries a signature that is not of an officer under it';
		if (known !== undefined && cap < known.spent) yield 'sets a cap below what is spent';
		this.accounts.set(accountText(body), { cap, spent: known?.spent ?? 0n });
	}

	*#charge(body: Charge, number: number): Iterable<string> {
		if (!isOrdered(body.scopes)) yield 'charges scopes that are not horizon, years, programme, project in this order';
		if (!isCeiling(BigInt(body.amount), body.rho)) yield 'charges another amount than its cost, rounded up';
		for (const scope of new Set(body.scopes)) {
			const position = this.accounts.get(accountText({ ...body, scope }));
			if (position === undefined) yield `charges an account that was never opened (${scope})`;
			else if ((position.spent += BigInt(body.amount)) > position.cap)
				yield `takes an account above its cap (${scope})`;
		}
		if (body.key !== requestKey(body)) yield 'has another key than its plan, population, period and snapshot make';
		const attempts = this.#attempts.get(body.key) ?? 0;
		if (body.attempt !== attempts + 1) yield `is attempt ${body.attempt} of its request, after ${attempts}`;
		this.#attempts.set(body.key, body.attempt);
		this.#charges.set(number, body.key);
	}

	*#measure({ key, charge, tables }: Measured, number: number): Iterable<string> {
		if (this.#charges.get(charge) !== key) yield 'is an answer that its charge did not pay for';
		if (this.answers.has(key)) yield 'is a second answer to one request';
		else this.answers.set(key, { entry: number, charge, tables });
	}

	*#bundle({ key, charge, manifest }: BundleWritten): Iterable<string> {
		if (this.answers.get(key)?.charge !== charge) yield 'names a bundle without an answer';
		this.manifests.add(manifest);
	}

	*#appoint(body: Officers): Iterable<string> {
		const statement = { action: 'officers', from: this.#officers, to: body.officers };
		if (!areOfficers(body.officers)) yield 'names no two officers, each with a name and a key of their own';
		if (this.#officers.length > 0 && !isApproved(statement, body.approvals, this.#officers))
			yield 'names officers without two of those before them';
		this.#officers = body.officers;
	}

	*#reconcile(body: Reconciled, before: Head): Iterable<string> {
		const { over, since, accounts } = body;
		const nothingLost = over === null || over.number === since;
		if (since > before.number) yield 'reconciles with an entry that was not there';
		if (!areOfficers(body.officers)) yield 'names no two officers, each with a name and a key of their own';
		// Officers whom only the checkpoint knows came with entries that this database lost.
		else if (nothingLost && canonical(body.officers) !== canonical(this.#officers))
			yield 'replaces the officers, although no entry was lost';
		if (!isApproved({ action: 'reconcile', database: before, checkpoint: over }, body.approvals, body.officers))
			yield 'reconciles without two officers';
		const names = new Set(accounts.map(accountText));
		if (names.size < accounts.length || [...this.accounts.keys()].some((known) => !names.has(known)))
			yield 'does not reconcile every account once';
		for (const adopted of accounts) yield* this.#adopt(adopted);
		this.#officers = body.officers;
	}

	*#adopt(adopted: Adopted): Iterable<string> {
		const known = this.accounts.get(accountText(adopted));
		const [amount, spent, cap] = [BigInt(adopted.amount), BigInt(adopted.spent), BigInt(adopted.cap)];
		const place = `(${adopted.lineage}, ${adopted.unit}, ${adopted.scope})`;
		if (spent !== (known?.spent ?? 0n) + amount) yield `reconciles to another sum than its parts ${place}`;
		if (spent > cap) yield `takes an account above its cap ${place}`;
		if (known !== undefined && cap > known.cap && cap > spent) yield `raises a cap while it reconciles ${place}`;
		this.accounts.set(accountText(adopted), { cap, spent });
	}
}

function accountText({ lineage, unit, scope }: Account): string {
	return JSON.stringify([lineage, unit, scope]);
}

/** What makes two requests the same one. */
function requestKey({ planHash, lineage, unit, period, snapshot }: Charge): string {
	return createHash('sha256')
		.update(JSON.stringify([planHash, lineage, unit, period, snapshot]))
		.digest('hex');
}

/** The horizon, the years from old to new, one programme, and at most one project. */
function isOrdered(scopes: readonly string[]): boolean {
	const ranks = scopes.map((scope) => RANK.indexOf(scope.split(':')[0]!));
	const follows = scopes.every(
		(scope, i) =>
			i === 0 || ranks[i]! > ranks[i - 1]! || (ranks[i] === 1 && ranks[i - 1] === 1 && scope > scopes[i - 1]!)
	);
	return follows && ranks[0] === 0 && ranks.includes(2);
}

/** amount - 1 < 10^9 rho <= amount, for rho as a decimal or a fraction. */
function isCeiling(amount: bigint, rho: string): boolean {
	const match = /^(\d{1,2000})(?:\/(\d{1,2000})|(?:\.(\d{1,2000}))?(?:[eE]([+-]?\d{1,3}))?)$/.exec(rho);
	if (match === null) return false;
	const [, whole = '', divisor = '1', fraction = '', exponent = '0'] = match;
	const shift = Number(exponent) - fraction.length;
	const n = BigInt(whole + fraction) * 10n ** BigInt(Math.max(shift, 0)) * NANO;
	const d = BigInt(divisor) * 10n ** BigInt(Math.max(-shift, 0));
	return (amount - 1n) * d < n && n <= amount * d;
}

// --- Officers --------------------------------------------------------------------------------------------------------

const QUORUM = 2;

function isApproved(statement: object, approvals: readonly Approval[], officers: readonly Officer[]): boolean {
	return (signersOf(statement, approvals, officers) ?? 0) >= QUORUM;
}

/** How many different officers have signed; null when a signature is not of an officer, or not under this statement. */
function signersOf(statement: object, approvals: readonly Approval[], officers: readonly Officer[]): number | null {
	const message = Buffer.from(`voorzicht ledger 1\n${canonical(statement)}`);
	const signed = new Set<string>();
	for (const { officer, signature } of approvals) {
		const known = officers.find((one) => one.name === officer);
		if (known === undefined || !isSigned(message, signature, known.key)) return null;
		signed.add(known.key);
	}
	return signed.size;
}

function isSigned(message: Buffer, signature: string, key: string): boolean {
	const publicKey = ed25519(key);
	return publicKey !== null && verifySignature(null, message, publicKey, Buffer.from(signature, 'base64'));
}

function ed25519(key: string) {
	try {
		const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
		return publicKey.asymmetricKeyType === 'ed25519' ? publicKey : null;
	} catch {
		return null;
	}
}

function areOfficers(officers: readonly Officer[]): boolean {
	const names = new Set(officers.map(({ name }) => name));
	const keys = new Set(officers.map(({ key }) => key));
	const isEach = names.size === officers.length && keys.size === officers.length;
	return isEach && officers.length >= QUORUM && officers.every(({ key }) => ed25519(key) !== null);
}

/** JSON whose objects have their names in order. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

// --- Accounts and answers --------------------------------------------------------------------------------------------

async function verifyAccounts(client: ClientBase, books: Books, found: Findings): Promise<void> {
	const missing = new Set(books.accounts.keys());
	const rows = rowsOf<Account & { readonly cap: string; readonly spent: string }>(
		client,
		'select lineage, unit, scope, cap::text, spent::text from ledger.account order by account.id'
	);
	for await (const row of rows) {
		const should = books.accounts.get(accountText(row));
		const place = `the account (${row.lineage}, ${row.unit}, ${row.scope})`;
		if (should === undefined) found.add(`${place} was never opened`);
		else if (row.spent !== should.spent.toString()) found.add(`${place} has spent another sum than its entries`);
		else if (row.cap !== should.cap.toString()) found.add(`${place} has another cap than its entries`);
		if (should !== undefined && !missing.delete(accountText(row))) found.add(`${place} is there twice`);
	}
	for (const name of missing) found.add(`the account (${(JSON.parse(name) as string[]).join(', ')}) is gone`);
}

async function verifyAnswers(client: ClientBase, books: Books, found: Findings): Promise<void> {
	const missing = new Set(books.answers.keys());
	const rows = rowsOf<{ key: string; entry: string }>(client, 'select key, entry::text from ledger.measurement');
	for await (const { key, entry } of rows) {
		const answer = books.answers.get(key);
		if (answer === undefined) found.add(`an answer is stored for entry ${entry} that was never entered`);
		else if (String(answer.charge) !== entry)
			found.add(`the answer of entry ${answer.entry} is stored for another charge`);
		if (answer !== undefined && !missing.delete(key)) found.add(`the answer of entry ${answer.entry} is there twice`);
	}
	for (const key of missing) found.add(`the answer of entry ${books.answers.get(key)!.entry} is gone`);
	const hashes = await hashTables(client, found);
	for (const [key, { entry, tables }] of books.answers)
		if ((hashes.get(key) ?? NO_TABLES) !== tables)
			found.add(`the tables of entry ${entry} are not the ones that were measured`);
	for (const key of hashes.keys())
		if (!books.answers.has(key)) found.add('tables are stored for an answer that was never entered');
}

const NO_TABLES = createHash('sha256').digest('hex');
/** Bytes of a table that are looked at together. */
const CHUNK = 1_000_000;

/** sha256 over the tables of each answer in order: of each the JSON of [id, sigma2, length in bytes], then its bytes. */
async function hashTables(client: ClientBase, found: Findings): Promise<Map<string, string>> {
	const hashes = new Map<string, string>();
	let [current, number, sha] = ['', 0, createHash('sha256')];
	const rows = rowsOf<{ key: string; number: string; id: string; sigma2: string; bytes: string; ctid: string }>(
		client,
		`select key, number::text, id, sigma2, octet_length(counts)::text as bytes, ctid::text
		from ledger.noisy_table order by noisy_table.key, noisy_table.number`
	);
	for await (const row of rows) {
		if (row.key !== current) {
			if (current !== '') hashes.set(current, sha.digest('hex'));
			[current, number, sha] = [row.key, 0, createHash('sha256')];
		}
		const bytes = Number(row.bytes);
		if (row.number !== String(number++) || bytes % 8 !== 0)
			found.add(`the tables of an answer are not numbered 0, 1, 2, ..., or hold no whole 64-bit numbers`);
		sha.update(JSON.stringify([row.id, row.sigma2, bytes]));
		for (let from = 0; from < bytes; from += CHUNK) {
			const { rows: parts } = await client.query<{ part: Buffer }>(
				'select substring(counts from $2 for $3) as part from ledger.noisy_table where ctid = $1::tid',
				[row.ctid, from + 1, CHUNK]
			);
			sha.update(parts[0]!.part);
		}
	}
	if (current !== '') hashes.set(current, sha.digest('hex'));
	return hashes;
}

let cursors = 0;

/** Rows one by one, however many there are. */
async function* rowsOf<Row>(client: ClientBase, query: string): AsyncGenerator<Row> {
	const cursor = `voorzicht_rows_${++cursors}`;
	await client.query(`declare ${cursor} no scroll cursor for ${query}`);
	for (;;) {
		const { rows } = await client.query(`fetch 500 from ${cursor}`);
		yield* rows as Row[];
		if (rows.length < 500) break;
	}
	await client.query(`close ${cursor}`);
}

// --- Checkpoint ------------------------------------------------------------------------------------------------------

/** What an entry adds to accounts, by their names. */
type Spending = readonly (readonly [account: string, amount: bigint])[];

interface Line extends Head {
	readonly spending: Spending;
	readonly reconciled: Reconciled | null;
}

export interface Checkpoint {
	readonly file: string;
	/** The lines that count, in their order; null: there is no such file. */
	readonly lines: readonly Line[] | null;
	/** The file is damaged, or sealed with another key. */
	readonly problem: string | null;
}

/**
 * A line counts when it is the next entry after the last one that counted, or reconciles over that one. A sealed line for a
 * number that is taken is of a copy that came second and was refused. An unreadable line is the remains of a crash when one
 * that counts comes after it; a line without its end is being written.
 */
async function readCheckpoint(file: string, key: string): Promise<Checkpoint> {
	const lines: Line[] = [];
	const spent = new Map<string, bigint>();
	let [last, torn, place]: [Head, number, number] = [{ number: 0, hash: GENESIS }, 0, 0];
	const damaged = (at: number) => ({
		file,
		lines,
		problem: `line ${at} of the checkpoint is damaged, or is sealed with another key`
	});
	try {
		for await (const text of linesOf(file)) {
			place++;
			const link = parseLine(text);
			if (link === null) {
				torn = place;
				continue;
			}
			const body = parseBody(link.body);
			if (typeof body === 'string' || body.number !== link.number || sealOf(link.prev, link.body, key) !== link.hash)
				return damaged(place);
			const follows = link.number === last.number + 1 && link.prev === last.hash;
			const joins = body.kind === 'reconciled' && body.over?.number === last.number && body.over.hash === last.hash;
			if (follows || joins) {
				last = { number: link.number, hash: link.hash };
				torn = 0;
				lines.push({ ...last, spending: spend(spent, body), reconciled: body.kind === 'reconciled' ? body : null });
			} else if (body.kind !== 'reconciled' && link.number > last.number) return damaged(torn > 0 ? torn : place);
		}
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return { file, lines: null, problem: null };
		throw new UnreadableError(
			`The checkpoint ${file} cannot be read (${codeOf(error)}). Check its path and its rights.`,
			{ cause: error }
		);
	}
	return torn > 0 ? damaged(torn) : { file, lines, problem: null };
}

interface Link extends Head {
	readonly prev: string;
	readonly body: string;
}

function parseLine(text: string): Link | null {
	try {
		const link: unknown = JSON.parse(text);
		const isLink = record({ number: count, prev: hash, hash, body: (value) => typeof value === 'string' })(link);
		return isLink && JSON.stringify(link) === text ? (link as Link) : null;
	} catch {
		return null;
	}
}

/** Whole lines of a file. */
async function* linesOf(file: string): AsyncGenerator<string> {
	let rest = '';
	for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
		const parts = (rest + chunk).split('\n');
		rest = parts.pop()!;
		yield* parts;
	}
}

/** What a line adds, and the new balances. */
function spend(spent: Map<string, bigint>, body: Body): Spending {
	const spending: [string, bigint][] = [];
	if (body.kind === 'charge')
		for (const scope of body.scopes) spending.push([accountText({ ...body, scope }), BigInt(body.amount)]);
	if (body.kind === 'reconciled')
		for (const adopted of body.accounts) {
			const name = accountText(adopted);
			spending.push([name, BigInt(adopted.spent) - (spent.get(name) ?? 0n)]);
		}
	for (const [name, amount] of spending) spent.set(name, (spent.get(name) ?? 0n) + amount);
	return spending;
}

async function verifyCheckpoint(client: ClientBase, outside: OutsideEvidence, books: Books, found: Findings) {
	const { file, lines, problem } = outside.checkpoint!;
	if (problem !== null) return found.add(problem);
	if (lines === null) return books.entries > 0 ? found.add(`the checkpoint ${file} is gone`) : undefined;
	const last = lastOf(lines);
	const hash = last.number === 0 ? GENESIS : await hashOf(client, last.number);
	if (hash === null) found.add(`the ledger ends before entry ${last.number}, which its checkpoint has seen`);
	else if (hash !== last.hash) found.add(`entry ${last.number} is not the one that the checkpoint has seen`);
	else if (!outside.isEarlier && (await isLongAhead(client, last))) await verifyAge(client, file, outside.key, found);
	for (const [index, line] of lines.entries())
		if (line.reconciled !== null && (await hashOf(client, line.number)) === line.hash)
			await verifyAdoption(client, lines.slice(0, index), line.number, line.reconciled, found);
}

function lastOf(lines: readonly Line[]): Head {
	return lines.at(-1) ?? { number: 0, hash: GENESIS };
}

/**
 * A transaction begins after the checkpoint of the one before it, so a crash keeps one transaction from the checkpoint at
 * most: accounts that open, and what they open for.
 */
async function isLongAhead(client: ClientBase, { number }: Head): Promise<boolean> {
	const { rows } = await client.query<{ ends: string }>(
		`select count(*) filter (where kind <> 'open' and number < (select max(number) from ledger.entry))::text as ends
		from ledger.entry where number > $1`,
		[number]
	);
	return rows[0]!.ends !== '0';
}

/** Others may have gone on between the first look at the checkpoint and the snapshot, which a second look shows. */
async function verifyAge(client: ClientBase, file: string, key: string, found: Findings): Promise<void> {
	const last = lastOf((await readCheckpoint(file, key)).lines ?? []);
	if (await isLongAhead(client, last))
		found.add(`the checkpoint ${file} ends at entry ${last.number}, and is older than a crash can leave it`);
}

/** What the checkpoint had seen since it parted from the database was taken over in full. */
async function verifyAdoption(
	client: ClientBase,
	lines: readonly Line[],
	number: number,
	{ over, since, accounts }: Reconciled,
	found: Findings
): Promise<void> {
	// A checkpoint that was lost begins anew, and has seen nothing else.
	if (over === null) return;
	const common = since === 0 ? GENESIS : await hashOf(client, since);
	const parted = since === 0 ? -1 : lines.findLastIndex((line) => line.number === since && line.hash === common);
	if (since > 0 && parted < 0) found.add(`entry ${number} reconciles from an entry that its checkpoint has not seen`);
	const lost = new Map<string, bigint>();
	for (const { spending } of lines.slice(parted + 1, lines.findLastIndex((line) => line.hash === over.hash) + 1))
		for (const [name, amount] of spending) lost.set(name, (lost.get(name) ?? 0n) + amount);
	const adopted = new Map(accounts.map((account) => [accountText(account), BigInt(account.amount)]));
	for (const [name, amount] of lost)
		if ((adopted.get(name) ?? 0n) < amount) found.add(`entry ${number} takes over less than the checkpoint has seen`);
}

async function hashOf(client: ClientBase, number: number): Promise<string | null> {
	const { rows } = await client.query<{ hash: string }>('select hash from ledger.entry where number = $1', [number]);
	return rows[0]?.hash ?? null;
}

// --- Schema and rights -----------------------------------------------------------------------------------------------

/** Every object of the schema in one line of text. A function's body is told by its hash, whatever its white space. */
const SCHEMA_QUERY = `
	with ours as (select oid, relname, relkind, relpersistence, relrowsecurity from pg_class
		where relnamespace = to_regnamespace('ledger') and relkind not in ('i', 'S', 't'))
	select format('table %s, kind %s, %s%s', relname, relkind, case relpersistence when 'p' then 'logged' else 'unlogged' end,
		case when relrowsecurity then ', with policies that hide rows' end) as fact from ours
	union all
	select format('column %s.%s %s%s%s%s%s', relname, attname, format_type(atttypid, atttypmod),
		case when attnotnull then ' not null' end, case attidentity when '' then null else ' identity ' || attidentity::text end,
		case attgenerated when '' then null else ' generated' end, ' default ' || pg_get_expr(adbin, adrelid))
	from ours join pg_attribute on attrelid = ours.oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
	where attnum > 0 and not attisdropped
	union all
	select format('constraint %s on %s: %s', conname, relname, pg_get_constraintdef(c.oid))
	from ours join pg_constraint c on conrelid = ours.oid where contype <> 'n'
	union all
	select format('trigger %s, enabled %s', regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER ', ''), tgenabled)
	from ours join pg_trigger t on tgrelid = ours.oid where not tgisinternal
	union all
	select format('switched off: the reference of %s', conname) from pg_trigger t join pg_constraint c on c.oid = tgconstraint
	where tgisinternal and tgenabled <> 'O' and (tgrelid in (select oid from ours) or tgconstrrelid in (select oid from ours))
	union all
	select format('rule %s on %s', rulename, relname) from ours join pg_rewrite on ev_class = ours.oid where relkind = 'r'
	union all
	select format('inheritance of %s', relname) from ours join pg_inherits on ours.oid in (inhparent, inhrelid)
	union all
	select format('function %s(%s)%s%s, body %s', proname, pg_get_function_identity_arguments(p.oid),
		case when prosecdef then ' as its owner' end, ', ' || array_to_string(proconfig, ', '),
		encode(sha256(convert_to(btrim(regexp_replace(prosrc, '\\s+', ' ', 'g')), 'UTF8')), 'hex'))
	from pg_proc p where pronamespace = to_regnamespace('ledger')`;

/** The answer of that query on a database that the migrations made; a test compares. */
const SCHEMA: readonly string[] = [
	'column account.cap bigint not null',
	'column account.id integer not null identity a',
	'column account.lineage text not null',
	'column account.scope text not null',
	'column account.spent bigint not null default 0',
	'column account.unit text not null',
	'column entry.attempt integer',
	'column entry.body text not null',
	'column entry.hash text not null',
	'column entry.key text',
	'column entry.kind text not null',
	'column entry.number bigint not null',
	'column entry.prev_hash text not null',
	'column measurement.entry bigint not null',
	'column measurement.key text not null',
	'column noisy_table.counts bytea not null',
	'column noisy_table.id text not null',
	'column noisy_table.key text not null',
	'column noisy_table.number integer not null',
	'column noisy_table.sigma2 text not null',
	"constraint account_cap_check on account: CHECK (((cap >= 0) AND (cap <= '1000000000000'::bigint)))",
	'constraint account_check on account: CHECK (((spent >= 0) AND (spent <= cap)))',
	'constraint account_lineage_unit_scope_key on account: UNIQUE (lineage, unit, scope)',
	'constraint account_pkey on account: PRIMARY KEY (id)',
	"constraint account_scope_check on account: CHECK (((scope = 'horizon'::text) OR (scope ~ '^year:[0-9]{4}$'::text) OR (scope ~ '^(programme|project):[a-z0-9][a-z0-9-]{0,63}$'::text)))",
	"constraint account_unit_check on account: CHECK ((unit = ANY (ARRAY['person'::text, 'household'::text])))",
	'constraint entry_attempt_check on entry: CHECK ((attempt >= 1))',
	"constraint entry_check on entry: CHECK ((((kind = ANY (ARRAY['charge'::text, 'measured'::text, 'bundle'::text])) = (key IS NOT NULL)) AND ((kind = 'charge'::text) = (attempt IS NOT NULL))))",
	'constraint entry_hash_key on entry: UNIQUE (hash)',
	'constraint entry_key_attempt_key on entry: UNIQUE (key, attempt)',
	"constraint entry_key_check on entry: CHECK ((key ~ '^[0-9a-f]{64}$'::text))",
	"constraint entry_kind_check on entry: CHECK ((kind = ANY (ARRAY['open'::text, 'charge'::text, 'measured'::text, 'bundle'::text, 'officers'::text, 'reconciled'::text])))",
	'constraint entry_number_check on entry: CHECK ((number >= 1))',
	'constraint entry_pkey on entry: PRIMARY KEY (number)',
	'constraint entry_prev_hash_key on entry: UNIQUE (prev_hash)',
	'constraint measurement_entry_fkey on measurement: FOREIGN KEY (entry) REFERENCES ledger.entry(number)',
	'constraint measurement_entry_key on measurement: UNIQUE (entry)',
	'constraint measurement_pkey on measurement: PRIMARY KEY (key)',
	'constraint noisy_table_key_fkey on noisy_table: FOREIGN KEY (key) REFERENCES ledger.measurement(key)',
	'constraint noisy_table_pkey on noisy_table: PRIMARY KEY (key, number)',
	'function guard_account(), body 09ff610b5df716d12a822c40f7b1a2e9aff3a4cae0acfca7c7845be5466f2daa',
	'function guard_entry(), search_path=pg_catalog, body a2d9b507c49940bca724c87c3570db40e786256ab3911ebe0eb1e3aca597590b',
	'function refuse_change(), body c73e72f8393199b8c89cefbeb788bff932a15a2e84290c83f080d92169dee014',
	'table account, kind r, logged',
	'table entry, kind r, logged',
	'table measurement, kind r, logged',
	'table noisy_table, kind r, logged',
	'trigger append_only BEFORE DELETE OR UPDATE ON ledger.account FOR EACH ROW EXECUTE FUNCTION ledger.guard_account(), enabled A',
	'trigger append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.measurement FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.noisy_table FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger append_only_truncate BEFORE TRUNCATE ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger linked BEFORE INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.guard_entry(), enabled A'
];

async function verifySchema(client: ClientBase, found: Findings): Promise<void> {
	const { rows } = await client.query<{ fact: string }>(SCHEMA_QUERY);
	const facts = new Set(rows.map(({ fact }) => fact));
	const missing = SCHEMA.filter((fact) => !facts.has(fact));
	const strange = [...facts].filter((fact) => !SCHEMA.includes(fact));
	for (const fact of missing) found.add(`the database has not, as the ledger has it: ${fact}`);
	for (const fact of strange) found.add(`the database has what no ledger has: ${fact}`);
	found.isReadable = !missing.some((fact) => /^(table|column) /.test(fact));
}

const SPENDER = 'voorzicht_spender';

/** Who may do what, beside the owner of each thing. */
const RIGHTS_QUERY = `
	with ours as (select * from pg_class where relnamespace = to_regnamespace('ledger') and relkind = 'r'),
	granted as (
		select a.*, 'ledger.' || relname as what from ours, aclexplode(relacl) a where grantee <> relowner
		union all
		select a.*, 'ledger.' || relname || '.' || attname from ours join pg_attribute on attrelid = oid, aclexplode(attacl) a
		where grantee <> relowner
		union all
		select a.*, 'schema ledger' from pg_namespace, aclexplode(nspacl) a where nspname = 'ledger' and grantee <> nspowner)
	select coalesce(rolname, 'everybody') as who, privilege_type as may, what, is_grantable as "mayGrant"
	from granted left join pg_roles on pg_roles.oid = grantee`;

/** Everything by which the role of the program could do more than its rights say. */
const POWERS_QUERY = `
	with spender as (select * from pg_roles where rolname = '${SPENDER}')
	select 'is a superuser, or may pass by rules or make roles' as power from spender
	where rolsuper or rolbypassrls or rolcreaterole or rolreplication
	union all
	select 'has the rights of ' || roleid::regrole from pg_auth_members where member in (select oid from spender)
	union all
	select 'owns ' || what from spender join (
		select relowner as owner, 'ledger.' || relname as what from pg_class where relnamespace = to_regnamespace('ledger')
		union all select proowner, 'ledger.' || proname from pg_proc where pronamespace = to_regnamespace('ledger')
		union all select nspowner, 'schema ledger' from pg_namespace where nspname = 'ledger') things on owner = spender.oid`;

async function verifyRights(client: ClientBase, found: Findings): Promise<void> {
	const rights = await client.query<{ who: string; may: string; what: string; mayGrant: boolean }>(RIGHTS_QUERY);
	for (const { who, may, what, mayGrant } of rights.rows) {
		const isReading = may === 'SELECT' || may === 'USAGE';
		const isSpending =
			who === SPENDER && (may === 'INSERT' || (may === 'UPDATE' && /^ledger\.account\.(cap|spent)$/.test(what)));
		if (!isReading && !isSpending) found.add(`${who} may ${may} ${what}, a right that no ledger gives`);
		else if (mayGrant) found.add(`${who} may let others ${may} ${what}`);
	}
	const powers = await client.query<{ power: string }>(POWERS_QUERY);
	for (const { power } of powers.rows) found.add(`${SPENDER} ${power}`);
}

// --- Bundles ---------------------------------------------------------------------------------------------------------

export interface Bundle {
	readonly folder: string;
	/** sha256 of its manifest.json. */
	readonly manifest: string;
}

function readBundle(folder: string): Bundle {
	return {
		folder,
		manifest: createHash('sha256')
			.update(readNamed(join(folder, 'manifest.json')))
			.digest('hex')
	};
}

function readNamed(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch (error) {
		throw new UnreadableError(`The file ${file} cannot be read (${codeOf(error)}). Check its path and its rights.`, {
			cause: error
		});
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}

// --- The program -----------------------------------------------------------------------------------------------------

const USAGE = `Verifies a ledger of Voorzicht: its chain of entries, accounts, stored answers, officers' signatures, schema and rights.

  node verify.ts --ledger postgres://user:password@host:port/database [options]

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

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const { exitCode, stdout = '', stderr = '' } = await run(process.argv.slice(2), process.env);
	process.stdout.write(stdout);
	process.stderr.write(stderr);
	process.exitCode = exitCode;
}
