import packageFile from '../package.json' with { type: 'json' };

/** Version of this software, as the release bundle records it. */
export const version: string = packageFile.version;
