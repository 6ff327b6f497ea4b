export { readBundle, type Bundle } from './read.ts';
export { writeBundle } from './write.ts';
export type { BundleContent } from './content.ts';
