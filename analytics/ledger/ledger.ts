import type pg from 'pg';
import { failpoint } from '#faults';
import type { NoisyTable } from '../contract/domain.ts';
import { OutsideFaultError } from '../errors.ts';
import type { Cluster } from '../postgres/cluster.ts';
import { codeOf, guarded } from '../postgres/faults.ts';
import { balanceOf, debit } from './accounts.ts';
import { chargedNano, rhoText } from './amount.ts';
import { bundleBefore, type EarlierBundle } from './bundles.ts';
import { Chain, LostReplyError, type Draft } from './chain.ts';
import { Charge } from './charge.ts';
import { decide, propose, type Wish } from './decide.ts';
import type { AccountName, Approval, Link, Officer } from './entry.ts';
import type { Guards } from './guards.ts';
import { selectHistory, type AccountState, type History } from './history.ts';
import { Journal } from './journal.ts';
import { currentOfficers } from './officers.ts';
import { checkRequest, requestKey, requestScopes, type ChargeRequest } from './request.ts';
import type { Statement } from './statement.ts';
import { encodeTable, insertTables, selectAnswer, tablesHash, type StoredAnswer } from './stored-tables.ts';
import { UnreadableError, verifyLedger, type Evidence, type Verification } from './verify/verify.ts';

export interface Granted {
	readonly charge: Charge;
	/** The same request was answered before: its answer, and nothing was charged. */
	readonly stored: NoisyTable[] | null;
	/** Lets another process make the same request. Call it when the answer is stored, or will never be. */
	release(): Promise<void>;
}

const UNIQUE_VIOLATION = '23505';

interface Grant {
	readonly client: pg.PoolClient;
	readonly key: string;
	readonly answered: boolean;
}

/**
 * The privacy budget of every population: charged before records are read, never refunded, append-only. A charge is durable,
 * and its checkpoint knows it, when `charge` returns. Each granted request holds one connection until it is released.
 */
export class Ledger {
	readonly #cluster: Cluster;
	readonly #guards: Guards;
	readonly #chain: Chain | null;
	readonly #grants = new Map<Charge, Grant>();

	constructor(cluster: Cluster, guards: Guards) {
		this.#cluster = cluster;
		this.#guards = guards;
		const { key, checkpoint } = guards;
		this.#chain = key === null ? null : new Chain(new Journal(checkpoint, key), key);
	}

	/**
	 * Charges every scope of a request, all or none, unless the request has its answer already. Of two processes with the same
	 * request the second waits until the first has released it.
	 * @throws InputError, BudgetRefusedError, or OutsideFaultError; in each case nothing may be measured.
	 */
	async charge(request: ChargeRequest): Promise<Granted> {
		checkRequest(request);
		const amount = chargedNano(request.rho);
		const key = requestKey(request);
		await failpoint('before-charge');
		return guarded(async () => {
			const client = await this.#cluster.pool.connect();
			try {
				// Whoever measures the same has the time that it takes.
				await client.query(`select set_config('lock_timeout', '0', false), pg_advisory_lock(hashtextextended($1, 0))`, [
					key
				]);
				const answer = await this.#answer(client, key);
				const charge =
					answer === null ? await this.#chargeAnew(client, request, key, amount) : new Charge(answer.receipt, 'spent');
				this.#grants.set(charge, { client, key, answered: answer !== null });
				await failpoint('charge-durable');
				return { charge, stored: answer?.tables ?? null, release: () => this.#release(charge) };
			} catch (error) {
				// Closing the connection gives its lock back, whatever state it is in.
				client.release(true);
				throw error;
			}
		});
	}

	async #chargeAnew(client: pg.PoolClient, request: ChargeRequest, key: string, amount: bigint): Promise<Charge> {
		const { lineage, unit, period, snapshot, planHash, description, rho } = request;
		const scopes = requestScopes(request);
		// The lock on the request is held: nobody else makes an attempt at it.
		const { rows } = await client.query<{ attempt: number }>(
			'select coalesce(max(attempt), 0) + 1 as attempt from ledger.entry where key = $1',
			[key]
		);
		const attempt = rows[0]!.attempt;
		const links = await this.#extend(client, async (draft) => {
			await debit(client, draft, { lineage, unit }, scopes, amount);
			const what = { lineage, unit, period, snapshot, planHash, description, rho, amount: amount.toString(), scopes };
			await draft.add({ kind: 'charge', key, attempt, ...what });
			await failpoint('charge-written');
		});
		const { number, hash, body } = links.at(-1)!;
		const { at } = JSON.parse(body) as { at: string };
		return new Charge({ entry: number, hash, lineage, chargedAt: at }, 'fresh');
	}

	/**
	 * Keeps the noisy tables of a spent charge; from now on they are the answer to its request. When the connection breaks it is
	 * tried once more: the tables must not be lost, and noise is never drawn again for this charge.
	 */
	async store(charge: Charge, tables: readonly NoisyTable[]): Promise<void> {
		const grant = this.#grants.get(charge);
		if (grant === undefined || grant.answered || !charge.isSpent)
			throw new RangeError('tables are stored for a charge of this ledger that was spent and not yet released');
		const encoded = tables.map(encodeTable);
		const save = (client: pg.PoolClient) =>
			this.#extend(client, async (draft) => {
				await insertTables(client, grant.key, charge.entry, encoded);
				await draft.add({ kind: 'measured', key: grant.key, charge: charge.entry, tables: tablesHash(encoded) });
				await failpoint('answer-written');
			});
		await guarded(async () => {
			try {
				await guarded(() => save(grant.client));
			} catch (error) {
				if (!(error instanceof OutsideFaultError) || (await isAlive(grant.client))) throw error;
				await this.#withClient(save).catch(refuseSecondAnswer);
			}
		});
		await failpoint('answer-durable');
	}

	/** Writes down that a bundle was made of an answer. Writing the same one again changes nothing. */
	async recordBundle(charge: Charge, manifest: string): Promise<void> {
		const grant = this.#grants.get(charge);
		if (grant === undefined)
			throw new RangeError('a bundle is recorded for a charge of this ledger that is not yet released');
		const { client, key } = grant;
		await guarded(async () => {
			const { rows } = await client.query<{ body: string }>(
				`select body from ledger.entry where kind = 'bundle' and key = $1`,
				[key]
			);
			if (rows.some(({ body }) => (JSON.parse(body) as { manifest: string }).manifest === manifest)) return;
			await this.#extend(client, async (draft) => {
				await draft.add({ kind: 'bundle', key, charge: charge.entry, manifest });
			});
		});
	}

	/** The bundle of the same release and period that was the last one when this charge was made; null: there was none. */
	async bundleBefore(request: ChargeRequest, { entry }: Charge): Promise<EarlierBundle | null> {
		return guarded(() => this.#withClient((client) => bundleBefore(client, request, entry)));
	}

	/**
	 * Opens an account with a cap in rho, or changes its cap.
	 * @throws BudgetRefusedError when the cap would lie below what was spent, or when it needs the signatures of officers
	 */
	async open({ cap, ...account }: AccountName & { readonly cap: string }): Promise<AccountState> {
		await this.decide(await this.propose({ action: 'cap', ...account, cap }), []);
		const { lineage, unit, scope } = account;
		return guarded(() =>
			this.#withClient(async (client) => {
				const { spent, cap: now } = (await balanceOf(client, account))!;
				return { lineage, unit, scope, spent: rhoText(spent), cap: rhoText(now) };
			})
		);
	}

	/** What somebody wishes about the budget, as the statement that officers sign. */
	async propose(wish: Wish): Promise<Statement> {
		return guarded(() => this.#withClient((client) => propose(client, this.#sealed(), wish)));
	}

	/** @throws BudgetRefusedError without the signatures that it needs, or when the ledger has changed since it was proposed */
	async decide(statement: Statement, approvals: readonly Approval[]): Promise<void> {
		return guarded(() => this.#withClient((client) => decide(client, this.#sealed(), statement, approvals)));
	}

	async officers(): Promise<readonly Officer[]> {
		return guarded(() => this.#withClient(currentOfficers));
	}

	/** The stored answer of a request, or null. */
	async stored(request: ChargeRequest): Promise<NoisyTable[] | null> {
		return guarded(() =>
			this.#withClient(async (client) => (await this.#answer(client, requestKey(request)))?.tables ?? null)
		);
	}

	async history(): Promise<History> {
		return guarded(() => this.#withClient(selectHistory));
	}

	/** Everything against everything; the checkpoint is that of this ledger unless another is given. */
	async verify(given: Partial<Pick<Evidence, 'checkpoint' | 'isEarlier' | 'bundles'>> = {}): Promise<Verification> {
		const { key, checkpoint } = this.#guards;
		if (key === null) throw keyIsLost();
		return guarded(() =>
			this.#withClient(async (client) => {
				try {
					return await verifyLedger(client, { key, checkpoint, ...given });
				} catch (error) {
					throw error instanceof UnreadableError ? new OutsideFaultError(error.message, { cause: error }) : error;
				}
			})
		);
	}

	async close(): Promise<void> {
		for (const { client } of this.#grants.values()) client.release(true);
		this.#grants.clear();
		await this.#cluster.close();
	}

	/** Extends the chain; when the reply to the commit is lost, another connection looks whether the entries are there. */
	async #extend(client: pg.PoolClient, work: (draft: Draft) => Promise<void>): Promise<readonly Link[]> {
		try {
			return await this.#sealed().extend(client, work);
		} catch (error) {
			if (!(error instanceof LostReplyError)) throw error;
			const { links } = error;
			if (await this.#withClient((other) => this.#sealed().has(other, links))) return links;
			throw new OutsideFaultError('The connection to the ledger broke before anything was written. Try again.');
		}
	}

	/** A stored answer is given only while database and checkpoint are of one ledger. */
	async #answer(client: pg.PoolClient, request: string): Promise<StoredAnswer | null> {
		const { key } = this.#guards;
		const answer = key === null ? null : await selectAnswer(client, request, key);
		if (answer !== null) await this.#sealed().requireWhole(client);
		return answer;
	}

	#sealed(): Chain {
		if (this.#chain === null) throw keyIsLost();
		return this.#chain;
	}

	async #release(charge: Charge): Promise<void> {
		const grant = this.#grants.get(charge);
		if (grant === undefined) return;
		this.#grants.delete(charge);
		const unlocked = await grant.client.query('select pg_advisory_unlock_all()').catch(() => null);
		grant.client.release(unlocked === null);
	}

	async #withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
		const client = await this.#cluster.pool.connect();
		let isSound = false;
		try {
			const result = await work(client);
			isSound = true;
			return result;
		} finally {
			// After a fault nobody knows what the connection still holds.
			client.release(!isSound);
		}
	}
}

/** The lock on the request broke with the connection, so another process may have been asked the same. */
function refuseSecondAnswer(error: unknown): never {
	if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
	throw new OutsideFaultError(
		'The connection to the ledger broke, and another process has answered the same request meanwhile. Run the command again to get that answer.'
	);
}

async function isAlive(client: pg.PoolClient): Promise<boolean> {
	return client.query('select').then(
		() => true,
		() => false
	);
}

function keyIsLost(): OutsideFaultError {
	return new OutsideFaultError(
		'The key that this ledger is sealed with is not here. Give it in VOORZICHT_LEDGER_KEY, or put back the file ending in .ledger-key beside the database; without it nothing can be charged or verified.'
	);
}
