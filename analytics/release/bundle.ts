export { readBundle, type Bundle } from './read.ts';
export { requireFreePlace, writeBundle } from './write.ts';
export type { BundleContent } from './content.ts';
