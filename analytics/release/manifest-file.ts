import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstIssue } from '../contract/issue.ts';
import { manifestSchema, type Manifest } from '../contract/manifest.ts';
import { InputError } from '../errors.ts';

/** @throws InputError when the folder has no manifest, or one that does not follow its schema. */
export async function readManifest(folder: string): Promise<{ manifest: Manifest; hash: string }> {
	const path = join(folder, 'manifest.json');
	const isFile = await lstat(path).then(
		(status) => status.isFile(),
		() => false
	);
	if (!isFile)
		throw new InputError(
			`${folder} holds no manifest.json: it is not a release bundle. Give the folder that measure wrote.`
		);
	const bytes = await readFile(path);
	let json: unknown;
	try {
		json = JSON.parse(bytes.toString('utf8'));
	} catch (error) {
		throw new InputError('manifest.json is not valid JSON. Take the bundle from its source again.', { cause: error });
	}
	const result = manifestSchema.safeParse(json);
	if (!result.success) throw new InputError(`manifest.json: ${firstIssue(result.error)}`);
	return { manifest: result.data, hash: createHash('sha256').update(bytes).digest('hex') };
}
