import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { NoisyTable } from '../../analytics/contract/domain.ts';
import type { Ledger } from '../../analytics/ledger/ledger.ts';
import { openLedger } from '../../analytics/ledger/open.ts';
import type { ChargeRequest } from '../../analytics/ledger/request.ts';
import { freshDatabase, freshFolder, type Grounds } from './grounds.ts';

/** A ledger: its database, and what of it lives outside. */
export interface Place {
	readonly url: string;
	readonly checkpoint: string;
	readonly key: string;
}

export async function freshPlace(grounds: Grounds, name: string): Promise<Place> {
	return {
		url: await freshDatabase(grounds),
		checkpoint: join(freshFolder(grounds, name), 'checkpoint.jsonl'),
		key: createHash('sha256').update(name).digest('hex')
	};
}

export function open({ url, checkpoint, key }: Place): Promise<Ledger> {
	return openLedger(url, { checkpoint, key });
}

/** Opens a ledger, uses it and closes it, whatever happens. */
export async function using<T>(place: Place, use: (ledger: Ledger) => Promise<T>): Promise<T> {
	const ledger = await open(place);
	try {
		return await use(ledger);
	} finally {
		await ledger.close();
	}
}

/** A request for one invented release; `id` makes it another one. */
export function request(id: string, rho = '1/1000', more: Partial<ChargeRequest> = {}): ChargeRequest {
	return {
		lineage: 'population',
		unit: 'household',
		period: '2023',
		snapshot: 'first delivery',
		planHash: createHash('sha256').update(id).digest('hex'),
		rho,
		description: id,
		...more
	};
}

/** An answer of invented counts; never the same one twice. */
export function answer(cells = 40): NoisyTable[] {
	const words = new Uint32Array(new Uint8Array(randomBytes(4 * cells)).buffer);
	return [{ id: 'all', sigma2: '10/1', counts: Float64Array.from(words) }];
}

export function digest(tables: readonly NoisyTable[]): string {
	const plain = tables.map(({ id, sigma2, counts }) => [id, sigma2, [...counts]]);
	return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}

/** Charges where needed, answers, and gives the answer. */
export async function measureOnce(ledger: Ledger, asked: ChargeRequest): Promise<NoisyTable[]> {
	const { charge, stored, release } = await ledger.charge(asked);
	try {
		if (stored !== null) return stored;
		charge.spend();
		const tables = answer();
		await ledger.store(charge, tables);
		return tables;
	} finally {
		await release();
	}
}
