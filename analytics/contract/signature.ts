import { z } from 'zod';

/** `signature.json` of a release bundle: who vouches for its manifest.json, and so for every file that the manifest lists. */
export const signatureSchema = z.strictObject({
	algorithm: z.literal('Ed25519'),
	/** sha256 (hex) of the signer's public key in DER (SubjectPublicKeyInfo); it only names the key. */
	key: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
	/** 64 bytes in base64. */
	signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/, 'must be 64 bytes in base64')
});

export type Signature = z.infer<typeof signatureSchema>;
