import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PORT = 4178;
const PERSONS = 150_000;

/**
 * Makes a real release of a small synthetic Netherlands with the product's own demonstration command, and serves it while the
 * browser tests run. `VOORZICHT_TEST_DATA` names a folder to keep between runs, for who works on the pages.
 */
export default async function setup(): Promise<() => Promise<void>> {
	const kept = process.env.VOORZICHT_TEST_DATA;
	const data = kept ?? mkdtempSync(join(tmpdir(), 'voorzicht-browser-'));
	chmodSync(data, 0o755);
	const cli = join(import.meta.dirname, '..', '..', 'analytics', 'cli.ts');
	const args = [cli, 'demo', '--persons', String(PERSONS), '--data', data, '--port', String(PORT)];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		child.stderr.on('data', () => said.includes('The dashboard is on') && resolve());
		void gone.then(() => reject(new Error(`the demonstration stopped:\n${said}`)));
	});
	return async () => {
		child.kill('SIGTERM');
		await gone;
		if (kept === undefined) rmSync(data, { recursive: true, force: true });
	};
}
