#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript from source: this one, or the one that npm installed beside us.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, 'cli.ts');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function otherNode() {
	try {
		const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
		const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
		return existsSync(path) ? path : null;
	} catch {
		return null;
	}
}

if (major >= 24 || (major === 22 && minor >= 18)) {
	await import(cli);
} else {
	const node = otherNode();
	if (node === null) {
		process.stderr.write(
			'Voorzicht needs Node 24 and finds an older one. Run "npm ci" here first; it brings the right Node along.\n'
		);
		process.exitCode = 5;
	} else {
		const run = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
		process.exitCode = run.status ?? 1;
	}
}
