import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Officer } from '../../analytics/ledger/entry.ts';

export interface OfficerWithKey extends Officer {
	readonly privateKey: KeyObject;
}

export function officer(name: string): OfficerWithKey {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	return { name, key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey };
}

export const publicPart = ({ name, key }: OfficerWithKey): Officer => ({ name, key });
