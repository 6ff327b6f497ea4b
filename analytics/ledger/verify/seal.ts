import { createHmac } from 'node:crypto';

/** What the first entry follows. */
export const GENESIS = '0'.repeat(64);

/** HMAC-SHA256 over the seal of the entry before and the body. */
export function sealOf(prev: string, body: string, key: string): string {
	return createHmac('sha256', key).update(`${prev}\n${body}`).digest('hex');
}
