import { env, stderr } from 'node:process';

// Loaded before everything else (node --import): the random generator dies in the way that VOORZICHT_BROKEN_RANDOM says, as soon
// as noise is drawn. The few bytes that a login needs come before that and are sound.
const NOISE = 65_536;

const ways: Record<string, (bytes: Uint8Array) => void> = {
	throws: () => {
		throw new Error('no entropy');
	},
	zeros: (bytes) => void bytes.fill(0),
	repeats: (bytes) => bytes.forEach((_, i) => (bytes[i] = (i * 37 + 11) & 255)),
	untouched: () => undefined
};
const way = ways[env['VOORZICHT_BROKEN_RANDOM'] ?? '']!;
const sound = globalThis.crypto.getRandomValues.bind(globalThis.crypto);

globalThis.crypto.getRandomValues = (array) => {
	if (array!.byteLength < NOISE) return sound(array);
	stderr.write('noise is drawn\n');
	way(new Uint8Array(array!.buffer, array!.byteOffset, array!.byteLength));
	return array;
};
