import { rm } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Signer } from '../release/bundle.ts';
import type { Specification } from '../specification/load.ts';
import { bundleText } from './bundle-text.ts';
import type { ReleasePath } from './path.ts';
import { recorded, Recorder, type Recording } from './recording.ts';
import type { Tape } from './tape.ts';

const signer = new Signer(generateKeyPairSync('ed25519').privateKey);

/** One release on the data in `place`, with the noise of the tape. */
export async function runRelease(
	path: ReleasePath,
	specification: Specification,
	place: string,
	tape: Tape
): Promise<Recording> {
	const out = `${place}.bundle`;
	await rm(out, { recursive: true, force: true });
	tape.rewind();
	const recorder = new Recorder(tape);
	const request = {
		specification,
		place,
		ledger: () => Promise.resolve(recorder.ledger()),
		entropy: tape,
		signer,
		out,
		onStep: (step: string) => recorder.note('step', step)
	};
	const outcome = await recorded(recorder, () => path(request));
	const { events, charges, noisy } = recorder;
	return { events, outcome, charges, noisy, bundle: existsSync(out) ? await bundleText(out) : null };
}
