import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { NoisyTable } from '../../analytics/contract/domain.ts';
import type { Ledger } from '../../analytics/ledger/ledger.ts';
import { openLedger } from '../../analytics/ledger/open.ts';
import type { ChargeRequest } from '../../analytics/ledger/request.ts';
import { freshDatabase } from './fresh.ts';

export const request: ChargeRequest = {
	lineage: 'population',
	unit: 'household',
	period: '2023',
	snapshot: 'first delivery',
	planHash: 'a'.repeat(64),
	rho: '1/20',
	description: 'test'
};

export const tables: NoisyTable[] = [
	{ id: 'all', sigma2: '10/1', counts: Float64Array.of(-3, 0, 2 ** 53 - 1, -(2 ** 53 - 1)) },
	{ id: 'land.sex', sigma2: '7/2', counts: Float64Array.of(12) }
];

export const KEY = 'the key of ledgers in tests';

/** A place for a ledger of one test: a database of its own, and its checkpoint. */
export async function ledgerPlace() {
	const url = await freshDatabase();
	const checkpoint = join(mkdtempSync(join(inject('scratch'), 'ledger-')), 'checkpoint.jsonl');
	const open = (): Promise<Ledger> => openLedger(url, { key: KEY, checkpoint, volatile: true });
	return { url, checkpoint, key: KEY, open };
}
