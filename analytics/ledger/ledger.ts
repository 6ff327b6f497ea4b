import type pg from 'pg';
import type { NoisyTable } from '../contract/domain.ts';
import { InputError } from '../errors.ts';
import { openCluster, type Cluster } from '../postgres/cluster.ts';
import { guarded } from '../postgres/faults.ts';
import { debit, openByDefault, setCap, type AccountName } from './accounts.ts';
import { capNano, chargedNano, rhoText } from './amount.ts';
import { extendChain } from './chain.ts';
import { Charge } from './charge.ts';
import { readCheckpoint } from './checkpoint.ts';
import { requireDurability } from './durability.ts';
import { append, readHead, type Head } from './entry.ts';
import { selectHistory, type AccountState, type History } from './history.ts';
import { checkName, checkRequest, checkUnit, requestKey, type ChargeRequest } from './request.ts';
import { encodeTable, insertTables, selectAnswer, tablesHash } from './stored-tables.ts';
import { verifyLedger, type Verification } from './verify.ts';

export interface LedgerOptions {
	/** File outside the database with the last entry; beside an embedded database when absent. */
	readonly checkpoint?: string;
	/** Key of the chain's hashes, kept outside the database. */
	readonly hmacKey?: string;
	/** Tests only: accepts a server that may forget a commit in a power cut. */
	readonly volatile?: boolean;
}

export interface Granted {
	readonly charge: Charge;
	/** The same request was answered before: its answer, and nothing was charged. */
	readonly stored: NoisyTable[] | null;
	/** Lets another process make the same request. Call it when the answer is stored, or will never be. */
	release(): Promise<void>;
}

/**
 * The privacy budget of every population: charged before records are read, never refunded, append-only. A charge is durable
 * when `charge` returns. Each granted request holds one connection until it is released.
 */
export class Ledger {
	readonly #cluster: Cluster;
	readonly #checkpoint: string | null;
	readonly #hmacKey: string | null;
	readonly #granted = new Map<Charge, { client: pg.PoolClient; key: string; answered: boolean }>();

	constructor(cluster: Cluster, options: LedgerOptions) {
		this.#cluster = cluster;
		this.#checkpoint = options.checkpoint ?? (cluster.folder === null ? null : `${cluster.folder}.checkpoint.json`);
		this.#hmacKey = options.hmacKey ?? null;
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
		return guarded(async () => {
			const client = await this.#cluster.pool.connect();
			try {
				await client.query('set lock_timeout = 0');
				await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
				const answer = await selectAnswer(client, key);
				const charge =
					answer === null ? await this.#chargeAnew(client, request, key, amount) : new Charge(answer.receipt, 'spent');
				this.#granted.set(charge, { client, key, answered: answer !== null });
				return { charge, stored: answer?.tables ?? null, release: () => this.#release(charge) };
			} catch (error) {
				// Closing the connection gives its lock back, whatever state it is in.
				client.release(true);
				throw error;
			}
		});
	}

	/** Keeps the noisy tables of a spent charge; from now on they are the answer to its request. */
	async store(charge: Charge, tables: readonly NoisyTable[]): Promise<void> {
		const granted = this.#granted.get(charge);
		if (granted === undefined || granted.answered || !charge.isSpent)
			throw new RangeError('tables are stored for a charge of this ledger that was spent and not yet released');
		const { client, key } = granted;
		const encoded = tables.map(encodeTable);
		await guarded(() =>
			extendChain(client, this.#checkpoint, async () => {
				await insertTables(client, key, charge.entry, encoded);
				const entry = { kind: 'measured', key, charge: charge.entry, tables: tablesHash(encoded) } as const;
				return append(client, entry, this.#hmacKey);
			})
		);
	}

	/**
	 * Opens an account with a cap in rho, or changes its cap.
	 * @throws BudgetRefusedError when the cap would lie below what was spent.
	 */
	async open({ cap, ...account }: AccountName & { readonly cap: string }): Promise<AccountState> {
		const { lineage, unit, scope } = account;
		checkName('lineage', lineage);
		checkUnit(unit);
		if (scope !== 'horizon' && !/^period:\P{Cc}{1,1000}$/u.test(scope))
			throw new InputError('The scope of an account is horizon, or period: and the name of a period.');
		const nano = capNano(cap);
		return guarded(() =>
			this.#withClient(async (client) => {
				await extendChain(client, this.#checkpoint, async () => {
					await setCap(client, { lineage, unit, scope }, nano, this.#hmacKey);
					return readHead(client);
				});
				const { accounts } = await selectHistory(client);
				const state = accounts.find((a) => a.lineage === lineage && a.unit === unit && a.scope === scope);
				return state ?? { ...account, spent: '0', cap: rhoText(nano) };
			})
		);
	}

	/** The stored answer of a request, or null. */
	async stored(request: ChargeRequest): Promise<NoisyTable[] | null> {
		return guarded(() =>
			this.#withClient(async (client) => (await selectAnswer(client, requestKey(request)))?.tables ?? null)
		);
	}

	async history(): Promise<History> {
		return guarded(() => this.#withClient(selectHistory));
	}

	/** @throws InputError when a checkpoint is named that is not there. */
	async verify({ checkpoint }: { readonly checkpoint?: string } = {}): Promise<Verification> {
		const file = checkpoint ?? this.#checkpoint;
		return guarded(() =>
			this.#withClient(async (client) => {
				// The checkpoint is read first: an entry that arrives in between is then ahead of it, which is no problem.
				const seen = checkpoint === undefined ? await readOwn(file) : await readNamed(checkpoint);
				await client.query('begin isolation level repeatable read read only');
				try {
					const result = await verifyLedger(client, this.#hmacKey, seen);
					if (seen !== null || file === null || result.entries === 0) return result;
					return { ...result, ok: false, problems: [...result.problems, `the checkpoint ${file} is gone`] };
				} finally {
					await client.query('rollback');
				}
			})
		);
	}

	async close(): Promise<void> {
		for (const { client } of this.#granted.values()) client.release(true);
		this.#granted.clear();
		await this.#cluster.close();
	}

	async #chargeAnew(client: pg.PoolClient, request: ChargeRequest, key: string, amount: bigint): Promise<Charge> {
		const { lineage, unit, period, snapshot, planHash, description, rho } = request;
		// The order of the locks, for every request: widest scope first.
		const scopes = ['horizon', `period:${period}`];
		const head = await extendChain(client, this.#checkpoint, async () => {
			for (const scope of scopes) await openByDefault(client, { lineage, unit, scope }, this.#hmacKey);
			for (const scope of scopes) await debit(client, { lineage, unit, scope }, amount);
			const { rows } = await client.query<{ attempt: number }>(
				'select coalesce(max(attempt), 0) + 1 as attempt from ledger.entry where key = $1',
				[key]
			);
			const attempt = rows[0]!.attempt;
			const what = { lineage, unit, period, snapshot, planHash, description, rho, amount: amount.toString(), scopes };
			return append(client, { kind: 'charge', key, attempt, ...what }, this.#hmacKey);
		});
		return new Charge({ entry: head.number, hash: head.hash, lineage, chargedAt: head.at }, 'fresh');
	}

	async #release(charge: Charge): Promise<void> {
		const granted = this.#granted.get(charge);
		if (granted === undefined) return;
		this.#granted.delete(charge);
		const unlocked = await granted.client.query('select pg_advisory_unlock_all()').catch(() => null);
		granted.client.release(unlocked === null);
	}

	async #withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
		const client = await this.#cluster.pool.connect();
		try {
			return await work(client);
		} finally {
			client.release();
		}
	}
}

function readOwn(file: string | null): Promise<Head | null> {
	return file === null ? Promise.resolve(null) : readCheckpoint(file);
}

/** @throws InputError: a file that a user names is input, whatever is wrong with it. */
async function readNamed(file: string): Promise<Head> {
	const head = await readCheckpoint(file).catch((error: unknown) => {
		throw new InputError(`${file} is not a checkpoint of a ledger. Give the file that the ledger wrote.`, {
			cause: error
		});
	});
	if (head === null) throw new InputError(`The checkpoint ${file} does not exist. Give the path of an existing file.`);
	return head;
}

/**
 * Opens the ledger, with its database made and its server started where needed.
 * @throws OutsideFaultError when the server could forget an acknowledged charge.
 */
export async function openLedger(url: string, options: LedgerOptions = {}): Promise<Ledger> {
	const volatile = options.volatile === true;
	const cluster = await openCluster(url, 'ledger', { volatile });
	try {
		if (!volatile) await guarded(() => requireDurability(cluster.pool));
		return new Ledger(cluster, options);
	} catch (error) {
		await cluster.close();
		throw error;
	}
}
