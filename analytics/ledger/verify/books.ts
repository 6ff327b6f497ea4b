import { createHash } from 'node:crypto';
import { defaultCap, isCeiling } from './amounts.ts';
import {
	accountText,
	type Adopted,
	type Body,
	type BundleWritten,
	type Charge,
	type Head,
	type Measured,
	type Officer,
	type Officers,
	type Open,
	type Reconciled
} from './entry.ts';
import type { Findings } from './findings.ts';
import { GENESIS } from './seal.ts';
import { areOfficers, canonical, isApproved, signersOf } from './officers.ts';

interface Position {
	cap: bigint;
	spent: bigint;
}

const RANK = ['horizon', 'year', 'programme', 'project'];

/** Goes through the entries in their order and keeps what follows from them. */
export class Books {
	entries = 0;
	readonly accounts = new Map<string, Position>();
	/** Key of a request -> its answer. */
	readonly answers = new Map<string, { readonly entry: number; readonly charge: number; readonly tables: string }>();
	readonly manifests = new Set<string>();
	readonly #charges = new Map<number, string>();
	readonly #attempts = new Map<string, number>();
	readonly #found: Findings;
	#officers: readonly Officer[] = [];
	/** The entry that named the officers, and since then the last decision about the cap of each account. */
	#appointed: Head = { number: 0, hash: GENESIS };
	readonly #decided = new Map<string, Head>();

	constructor(found: Findings) {
		this.#found = found;
	}

	/**
	 * @param before the entry before this one
	 * @param hash of this one
	 */
	enter(body: Body, before: Head, hash: string): void {
		const place = `entry ${body.number}`;
		for (const problem of this.#problemsOf(body, before)) this.#found.add(`${place} ${problem}`);
		const here = { number: body.number, hash };
		if (body.kind === 'open') this.#decided.set(accountText(body), here);
		if (body.kind !== 'officers' && body.kind !== 'reconciled') return;
		this.#appointed = here;
		this.#decided.clear();
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
			to: body.cap,
			after: this.#decided.get(accountText(body)) ?? this.#appointed
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
		const statement = { action: 'officers', from: this.#officers, to: body.officers, after: this.#appointed };
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
