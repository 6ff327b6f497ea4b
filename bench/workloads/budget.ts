import { createHash, generateKeyPairSync } from 'node:crypto';
import type { NoisyTable } from '../../analytics/contract/domain.ts';
import type { Approval, Officer } from '../../analytics/ledger/entry.ts';
import type { ChargeRequest } from '../../analytics/ledger/request.ts';
import { approve, type Statement } from '../../analytics/ledger/statement.ts';

/** The smallest charge there is, so that no cap is reached. */
export function requestOf(lineage: string, snapshot: string): ChargeRequest {
	const planHash = createHash('sha256').update('a plan').digest('hex');
	return { lineage, unit: 'household', period: '2023', snapshot, planHash, rho: '1e-9', description: 'bench' };
}

export const tables: NoisyTable[] = [
	{ id: 'all', sigma2: '10/1', counts: Float64Array.from({ length: 1000 }, (_, i) => i) }
];

/** Two officers, and their signatures. */
export function officers(): { people: Officer[]; sign: (statement: Statement) => Approval[] } {
	const keys = ['first', 'second'].map((name) => ({ name, ...generateKeyPairSync('ed25519') }));
	return {
		people: keys.map(({ name, publicKey }) => ({
			name,
			key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
		})),
		sign: (statement) =>
			keys.map(({ name, privateKey }) => ({ officer: name, signature: approve(statement, privateKey) }))
	};
}
