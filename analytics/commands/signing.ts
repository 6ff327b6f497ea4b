import { resolve } from 'node:path';
import { parsePrivateKey, parsePublicKeys, type TrustedKeys } from '../release/keys.ts';
import { localSigner, localTrustedKeys } from '../release/local-key.ts';
import { Signer } from '../release/signature.ts';
import { readText } from '../specification/read-text.ts';
import type { Context } from './command.ts';
import { DATA_FOLDER } from './options.ts';

const SIGNING_KEY = 'VOORZICHT_SIGNING_KEY';
const TRUSTED_KEYS = 'VOORZICHT_TRUSTED_KEYS';

/** Who signs: the private key (PEM) in VOORZICHT_SIGNING_KEY, else the key pair in the data folder, made at first use. */
export async function signerOf({ env, cwd }: Context, folder: string = DATA_FOLDER): Promise<Signer> {
	const text = env[SIGNING_KEY];
	return text === undefined ? localSigner(resolve(cwd, folder)) : new Signer(parsePrivateKey(text, SIGNING_KEY));
}

export interface Trust {
	readonly keys: TrustedKeys;
	/** Somebody said which keys count, so that no other bundle is wanted. */
	readonly named: boolean;
}

/** Whose signatures count: the public keys (PEM) in the file VOORZICHT_TRUSTED_KEYS, else those of whoever signs here. */
export async function trustOf({ env, cwd }: Context, folder: string = DATA_FOLDER): Promise<Trust> {
	const file = env[TRUSTED_KEYS];
	if (file !== undefined) {
		const path = resolve(cwd, file);
		return { keys: parsePublicKeys(await readText(path, `${TRUSTED_KEYS} file`), path), named: true };
	}
	const own = env[SIGNING_KEY];
	if (own !== undefined) return { keys: new Signer(parsePrivateKey(own, SIGNING_KEY)).trusted, named: false };
	return { keys: await localTrustedKeys(resolve(cwd, folder)), named: false };
}
