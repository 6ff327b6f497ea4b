import { InputError } from '../errors.ts';
import type { TrustedKeys } from './keys.ts';
import type { Bundle } from './read.ts';
import { signatureState } from './signature.ts';

/** A bundle that was measured by somebody who is trusted, and not changed since. */
export interface SignedBundle extends Bundle {
	/** Fingerprint of the key. */
	readonly signedBy: string;
	readonly signatureText: string;
}

/** @throws InputError unless one of the trusted keys signed the bundle */
export function requireSigned(bundle: Bundle, trusted: TrustedKeys): SignedBundle {
	const { signature, signatureText } = bundle;
	const state = signatureState(bundle, trusted);
	if (signature === null || signatureText === null)
		throw new InputError(
			'The bundle has no signature.json: nobody says that these are the numbers as measured. Measure the same specification again with another --out; the stored answer is signed then, and costs nothing.'
		);
	if (state === 'verified') return { ...bundle, signedBy: signature.key, signatureText };
	if (trusted.size === 0)
		throw new InputError(
			'The signature of the bundle cannot be verified, as no public key is trusted here. Name a file with the public key of its signer in VOORZICHT_TRUSTED_KEYS.'
		);
	throw new InputError(
		`The bundle is signed with key ${signature.key}, which is not trusted here. If it is that of the office that measured, add its public key to the file in VOORZICHT_TRUSTED_KEYS.`
	);
}
