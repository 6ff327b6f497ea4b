import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../analytics/postgres/embedded.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** URL of the throw-away server's maintenance database. */
		cluster: string;
		/** Folder for what else the tests write; it goes with the server. */
		scratch: string;
	}
}

/** One throw-away PostgreSQL per run; each test file makes databases of its own in it (see fresh.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dir = mkdtempSync(join(tmpdir(), 'voorzicht-test-cluster-'));
	chmodSync(dir, 0o755);
	// Nothing in here outlives the run, so it need not survive a power cut.
	const server = await openEmbedded(dir, false);
	project.provide('cluster', server.url('postgres'));
	project.provide('scratch', dir);
	return async () => {
		await server.close();
		rmSync(dir, { recursive: true, force: true });
	};
}
