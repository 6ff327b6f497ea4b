import { expect, it } from 'vitest';
import { isAddress } from './host.ts';

it.each([
	['localhost:3000', true],
	['[::1]', true],
	[`${'w'.repeat(253)}:3000`, true],
	['w'.repeat(254), false]
])('knows an address that no server has: %s', (host, isOne) => {
	expect(isAddress(new URL(`https://${host}/regio/GM0363/brief.pdf`))).toBe(isOne);
});
