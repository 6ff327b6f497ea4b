// The static checks, one line each: types, lint, format, boundaries, generated files. `npm run check` runs them alone.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');

const checks = [
	['types', 'npm', ['run', '--silent', 'types']],
	['lint', 'npx', ['eslint', '.']],
	['format', 'npx', ['prettier', '--check', '--log-level=warn', '.']],
	['boundaries', process.execPath, ['tools/boundaries.ts']],
	['generated files', process.execPath, ['tools/generate.ts', '--check']]
];

/** Runs every static check and returns how many passed and failed. */
export function runChecks() {
	let passed = 0;
	let failed = 0;
	for (const [name, command, args] of checks) {
		const started = Date.now();
		const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
		const seconds = ((Date.now() - started) / 1000).toFixed(0);
		const ok = result.status === 0;
		if (ok) passed += 1;
		else failed += 1;
		process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
		if (!ok) process.stdout.write(`${result.stdout}${result.stderr}\n`);
	}
	return { passed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = runChecks().failed === 0 ? 0 : 1;
