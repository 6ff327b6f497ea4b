import type { ClientBase } from 'pg';
import { failpoint } from '#faults';
import { OutsideFaultError } from '../errors.ts';
import { codeOf } from '../postgres/faults.ts';
import { Books } from './books.ts';
import { BEGINNING, GENESIS, isSealed, kindOf, linkAfter, type Head, type Link, type NewEntry } from './entry.ts';
import type { Journal } from './journal.ts';
import { hashOf, lastAfter, lastOf, linksAfter, type Last } from './links.ts';

/** One at a time may add to the chain, up to and including its checkpoint. */
const CHAIN_LOCK = 7_261_934_003;

/** The entries that one transaction adds, each sealed over the one before it. */
export class Draft {
	readonly links: Link[] = [];
	/** What the sealed entries before it add up to: the rows of the database must say the same. */
	readonly books: Books;
	readonly #client: ClientBase;
	readonly #key: string;
	readonly #at: string;
	#head: Head;

	constructor(client: ClientBase, books: Books, head: Head, at: string, key: string) {
		this.#client = client;
		this.books = books;
		this.#head = head;
		this.#at = at;
		this.#key = key;
	}

	async add(entry: NewEntry): Promise<Link> {
		const link = linkAfter(this.#head, this.#at, entry, this.#key);
		await this.#client.query(
			'insert into ledger.entry (number, kind, key, attempt, body, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7)',
			[
				link.number,
				entry.kind,
				'key' in entry ? entry.key : null,
				entry.kind === 'charge' ? entry.attempt : null,
				link.body,
				link.prev,
				link.hash
			]
		);
		this.links.push(link);
		this.#head = link;
		return link;
	}
}

/** The database's reply to a commit never came: the entries are there, or they are not. */
export class LostReplyError extends Error {
	override readonly name = 'LostReplyError';
	readonly links: readonly Link[];

	constructor(links: readonly Link[], cause: unknown) {
		super('the reply to a commit was lost', { cause });
		this.links = links;
	}
}

/** Adds to the ledger's chain of entries and to its checkpoint. */
export class Chain {
	readonly journal: Journal;
	readonly #key: string;

	constructor(journal: Journal, key: string) {
		this.journal = journal;
		this.#key = key;
	}

	/**
	 * All of `work` or nothing; durable, and known to the checkpoint, before anybody gets to use it.
	 * @throws OutsideFaultError when the database is not the one that the checkpoint has seen, or cannot be written
	 */
	async extend(client: ClientBase, work: (draft: Draft) => Promise<void>): Promise<Link[]> {
		return this.#alone(client, async (last) => {
			const draft = await this.#draft(client, last);
			await commit(client, draft, () => work(draft));
			await this.journal.add(draft.links);
			return draft.links;
		});
	}

	/** Makes the checkpoint agree with the database after a lost reply. False: the entries never came. */
	async has(client: ClientBase, links: readonly Link[]): Promise<boolean> {
		return this.#alone(client, async (last) => {
			await this.#draft(client, last);
			const { number, hash } = links.at(-1)!;
			return (await hashOf(client, number)) === hash;
		});
	}

	/** Adds what two officers decided, whatever stood between database and checkpoint. */
	async settle(client: ClientBase, repair: (head: Head, draft: Draft) => Promise<Settled>): Promise<Link[]> {
		return this.#alone(client, async ({ link, at }) => {
			this.requireKey(link);
			const head = link ?? BEGINNING;
			const draft = new Draft(client, Books.of(await this.#sealedLinks(client)), head, at, this.#key);
			const settled: Settled[] = [];
			await commit(client, draft, async () => void settled.push(await repair(head, draft)));
			const { missedAfter } = settled[0]!;
			await this.journal.add(missedAfter === null ? draft.links : await linksAfter(client, missedAfter));
			return draft.links;
		});
	}

	/** @throws OutsideFaultError when the last entry is not sealed with this key. */
	requireKey(last: Link | null): void {
		if (last !== null && !isSealed(last, this.#key))
			throw new OutsideFaultError(
				'The key of the ledger is not the one that its entries are sealed with. Give the key of this ledger (VOORZICHT_LEDGER_KEY); without it nothing can be charged.'
			);
	}

	/** The last entry of the database. */
	async head(client: ClientBase): Promise<Head> {
		const { link } = await lastOf(client);
		return link === null ? BEGINNING : { number: link.number, hash: link.hash };
	}

	/**
	 * What the ledger adds up to.
	 * @throws OutsideFaultError when database and checkpoint do not agree
	 */
	async books(client: ClientBase): Promise<Books> {
		return this.#alone(client, async (last) => (await this.#draft(client, last)).books);
	}

	/** @throws OutsideFaultError when database and checkpoint are not of one ledger */
	async requireWhole(client: ClientBase): Promise<void> {
		const problem = await this.problem(client);
		if (problem !== null) throw refusal(problem);
	}

	/** All entries of the database. @throws OutsideFaultError naming the first one that is not sealed over the one before it. */
	async #sealedLinks(client: ClientBase): Promise<Link[]> {
		const links = await linksAfter(client, 0);
		const wrong = links.find(
			(link, i) => link.prev !== (links[i - 1]?.hash ?? GENESIS) || link.number !== i + 1 || !isSealed(link, this.#key)
		);
		if (wrong !== undefined)
			throw new OutsideFaultError(
				`Entry ${wrong.number} of the ledger was changed, so nothing can be settled on it. Put back a database that "voorzicht ledger verify" finds whole but for its checkpoint.`
			);
		return links;
	}

	/** A sentence when the database is not the one that the checkpoint has seen, else null. */
	async problem(client: ClientBase): Promise<string | null> {
		const compared = await this.#compare(client, (await lastOf(client)).link);
		return typeof compared === 'string' ? compared : null;
	}

	/** A draft after the last entry, once the checkpoint has every entry: a crash may have come between the two. */
	async #draft(client: ClientBase, { link, at }: Last): Promise<Draft> {
		const missed = await this.#compare(client, link);
		if (typeof missed === 'string') throw refusal(missed);
		if (link === null) await this.journal.begin();
		await this.journal.add(missed);
		return new Draft(client, this.journal.books, link ?? BEGINNING, at, this.#key);
	}

	/** The entries that the checkpoint missed in a crash, or a sentence when the two are not of one ledger. */
	async #compare(client: ClientBase, last: Link | null): Promise<Link[] | string> {
		const { file } = this.journal;
		const seen = this.journal.head();
		if (seen === null) return last === null ? [] : `its checkpoint ${file} is gone`;
		if (seen.number === last?.number && seen.hash === last.hash) return [];
		const hash = seen.number === 0 ? GENESIS : await hashOf(client, seen.number);
		if (hash === null) return `it ends before entry ${seen.number}, which its checkpoint ${file} has seen`;
		if (hash !== seen.hash) return `its entry ${seen.number} is not the one that its checkpoint ${file} has seen`;
		const missed = await linksAfter(client, seen.number);
		const forged = missed.find((link) => !isSealed(link, this.#key));
		if (forged !== undefined) return `its entry ${forged.number} is not sealed with the key of this ledger`;
		// The next transaction begins after the checkpoint of the one before it: a crash loses the lines of one at most.
		if (missed.slice(0, -1).some((link) => kindOf(link) !== 'open'))
			return `its checkpoint ${file} is older than a crash can leave it, and ends at entry ${seen.number}`;
		return missed;
	}

	/** In a transaction of its own, up to and including the checkpoint; what `work` did not commit is undone. */
	async #alone<T>(client: ClientBase, work: (last: Last) => Promise<T>): Promise<T> {
		try {
			// One trip: every statement sees what was committed while it waited for the lock.
			const begin = 'begin isolation level read committed; set local synchronous_commit = on';
			return await work(await lastAfter(client, `${begin}; select pg_advisory_lock(${CHAIN_LOCK})`));
		} finally {
			await client.query(`rollback; select pg_advisory_unlock(${CHAIN_LOCK})`).catch(() => undefined);
		}
	}
}

function refusal(problem: string): OutsideFaultError {
	return new OutsideFaultError(
		`The ledger refuses to charge: ${problem}. Was an older database, or another copy, put in its place? Put back the newest one. If that is lost, two officers can settle it with "voorzicht ledger reconcile".`
	);
}

/** @throws LostReplyError when nobody knows whether it was committed */
async function commit(client: ClientBase, draft: Draft, work: () => Promise<void>): Promise<void> {
	await work();
	try {
		const { command } = await client.query('commit');
		if (command !== 'COMMIT') throw new OutsideFaultError('The database undid a charge instead of committing it.');
	} catch (error) {
		// An answer with a code of the database's own is a reply; without one, nobody knows.
		if (error instanceof OutsideFaultError) throw error;
		if (/^[0-9A-Z]{5}$/.test(codeOf(error)) && !codeOf(error).startsWith('57P')) throw error;
		throw new LostReplyError(draft.links, error);
	}
	await failpoint(draft.links.some((link) => kindOf(link) === 'measured') ? 'answer-committed' : 'charge-committed');
}

export interface Settled {
	/** A checkpoint that only fell behind gets every entry after this one; null: it is of another branch, and gets the entry that joins the two. */
	readonly missedAfter: number | null;
}
