import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Packed } from './packed.ts';

const text = new TextEncoder().encode('een bladzijde '.repeat(100));

it('packs in an encoding once, however many ask for it, and only when somebody does', async () => {
	const packed = new Packed(text, 'br');
	const first = await packed.as('br');
	expect(packed.bytes).toBe(first.length);
	const [one, other] = await Promise.all([packed.as('gzip'), packed.as('gzip')]);
	expect(one).toBe(other);
	expect(await packed.as('br')).toBe(first);
	expect(packed.bytes).toBe(first.length + one.length);
});

it.each(['br', 'gzip'] as const)(
	'gives the same text in every encoding when it was first packed as %s',
	async (encoding) => {
		const packed = new Packed(text, encoding);
		expect(gunzipSync(await packed.as('gzip'))).toEqual(Buffer.from(text));
		expect(brotliDecompressSync(await packed.as('br'))).toEqual(Buffer.from(text));
		expect(await packed.plain()).toEqual(text);
	}
);
