export { readBundle, type Bundle } from './read.ts';
export { Signer } from './signature.ts';
export { requireSigned, type SignedBundle } from './signed-bundle.ts';
export { requireFreePlace, writeBundle } from './write.ts';
export type { BundleContent } from './content.ts';
