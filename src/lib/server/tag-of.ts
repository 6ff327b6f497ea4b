import { createHash } from 'node:crypto';

/** What an answer is known by, for a browser that asks whether it is still so. */
export function tagOf(body: string | Uint8Array): string {
	return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}
