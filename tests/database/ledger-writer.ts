import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';

/** An entry as it stands in the database and, as one line, in the checkpoint. */
export interface WrittenLink {
	readonly number: number;
	readonly prev: string;
	readonly hash: string;
	readonly body: string;
}

export type Fields = Readonly<Record<string, unknown>> & { readonly kind: string };

export const GENESIS = '0'.repeat(64);

/** How an entry is sealed: the formula of the ledger, or that of a forger. */
export type Seal = (prev: string, body: string) => string;

export function sealWith(key: string): Seal {
	return (prev, body) => createHmac('sha256', key).update(`${prev}\n${body}`).digest('hex');
}

export function sha256(...parts: (string | Buffer)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest('hex');
}

export function link(prev: WrittenLink | null, fields: Fields, seal: Seal): WrittenLink {
	const number = (prev?.number ?? 0) + 1;
	const at = `2026-11-23T10:00:${String(number % 60).padStart(2, '0')}.000Z`;
	const body = JSON.stringify({ number, at, ...fields });
	const before = prev?.hash ?? GENESIS;
	return { number, prev: before, hash: seal(before, body), body };
}

export const lineOf = ({ number, prev, hash, body }: WrittenLink) =>
	`${JSON.stringify({ number, prev, hash, body })}\n`;

export async function insertEntry(client: ClientBase, { number, prev, hash, body }: WrittenLink): Promise<void> {
	const { kind, key, attempt } = JSON.parse(body) as { kind: string; key?: string; attempt?: number };
	await client.query(
		'insert into ledger.entry (number, kind, key, attempt, body, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7)',
		[number, kind, key ?? null, attempt ?? null, body, prev, hash]
	);
}

export interface Table {
	readonly id: string;
	readonly sigma2: string;
	readonly counts: readonly number[];
}

function bytesOf({ counts }: Table): Buffer {
	const bytes = Buffer.alloc(8 * counts.length);
	for (const [i, count] of counts.entries()) bytes.writeBigInt64LE(BigInt(count), 8 * i);
	return bytes;
}

export function tablesHash(tables: readonly Table[]): string {
	return sha256(
		...tables.flatMap((table) => {
			const bytes = bytesOf(table);
			return [JSON.stringify([table.id, table.sigma2, bytes.length]), bytes];
		})
	);
}

export interface Signer {
	readonly officer: { readonly name: string; readonly key: string };
	readonly privateKey: KeyObject;
}

export function signer(name: string): Signer {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
	return { officer: { name, key }, privateKey };
}

/** The statement's names come in their order, as the callers here write them. */
export function approvals(statement: object, signers: readonly Signer[]) {
	const message = Buffer.from(`voorzicht ledger 1\n${JSON.stringify(statement)}`);
	return signers.map(({ officer, privateKey }) => ({
		officer: officer.name,
		signature: sign(null, message, privateKey).toString('base64')
	}));
}

export interface Request {
	readonly lineage: string;
	readonly unit: string;
	readonly period: string;
	readonly snapshot: string;
	readonly planHash: string;
}

export const openFields = (changes: object = {}): Fields => ({
	...{ kind: 'open', lineage: 'nederland', unit: 'person', scope: 'horizon', cap: '5', approvals: [] },
	...changes
});

export const requestKey = ({ planHash, lineage, unit, period, snapshot }: Request) =>
	sha256(JSON.stringify([planHash, lineage, unit, period, snapshot]));

interface ChargeChanges {
	readonly rho?: string;
	readonly amount?: string;
	readonly attempt?: number;
	readonly scopes?: readonly string[];
	readonly key?: string;
}

export function chargeFields(request: Request, changes: ChargeChanges = {}): Fields {
	return {
		kind: 'charge',
		key: requestKey(request),
		attempt: 1,
		...request,
		description: 'test',
		rho: '1/20',
		amount: '50000000',
		scopes: ['horizon', `year:${request.period}`, 'programme:dashboard'],
		...changes
	};
}

/**
 * Writes a ledger in plain SQL, with nothing of the program's code: whatever it is told, with the key or a forger's, also what
 * the program would never write.
 */
export class LedgerWriter {
	readonly links: WrittenLink[] = [];
	/** What the checkpoint would hold. */
	readonly lines: string[] = [];
	readonly #client: ClientBase;
	readonly #seal: Seal;

	constructor(client: ClientBase, key: string) {
		this.#client = client;
		this.#seal = sealWith(key);
	}

	get last(): WrittenLink | null {
		return this.links.at(-1) ?? null;
	}

	async add(fields: Fields): Promise<number> {
		const written = link(this.last, fields, this.#seal);
		await insertEntry(this.#client, written);
		this.links.push(written);
		this.lines.push(lineOf(written));
		return written.number;
	}

	/** Entries that only the checkpoint has: the database lost them. */
	lose(...entries: readonly Fields[]): WrittenLink {
		let last = this.last;
		for (const fields of entries) {
			last = link(last, fields, this.#seal);
			this.lines.push(lineOf(last));
		}
		return last!;
	}

	async open(lineage: string, unit: string, scope: string, cap: string, approved: unknown[] = []): Promise<number> {
		await this.#client.query(
			`insert into ledger.account (lineage, unit, scope, cap) values ($1, $2, $3, $4)
			on conflict (lineage, unit, scope) do update set cap = excluded.cap`,
			[lineage, unit, scope, cap]
		);
		return this.add({ kind: 'open', lineage, unit, scope, cap, approvals: approved });
	}

	async charge(request: Request, changes: ChargeChanges = {}): Promise<number> {
		const fields = chargeFields(request, changes);
		await this.#client.query(
			'update ledger.account set spent = spent + $4 where lineage = $1 and unit = $2 and scope = any($3)',
			[request.lineage, request.unit, fields['scopes'], fields['amount']]
		);
		return this.add(fields);
	}

	async measure(key: string, charge: number, tables: readonly Table[]): Promise<number> {
		await this.#client.query('insert into ledger.measurement (key, entry) values ($1, $2)', [key, charge]);
		for (const [number, table] of tables.entries())
			await this.#client.query(
				'insert into ledger.noisy_table (key, number, id, sigma2, counts) values ($1, $2, $3, $4, $5)',
				[key, number, table.id, table.sigma2, bytesOf(table)]
			);
		return this.add({ kind: 'measured', key, charge, tables: tablesHash(tables) });
	}
}
