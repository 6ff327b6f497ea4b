// Brings a checkout into a state in which a verb can run: packages installed, dashboard built, test browser unpacked.
// Zero dependencies and plain JavaScript, because it runs before anything is installed, on whatever Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wanted = process.argv[2] ?? 'install';
const newestNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function run(what, command, args) {
	process.stderr.write(`voorzicht: ${what} ...\n`);
	const started = Date.now();
	const env = {
		...process.env,
		PATH: join(root, 'node_modules', '.bin') + (process.platform === 'win32' ? ';' : ':') + process.env.PATH
	};
	const result = spawnSync(command, args, {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		encoding: 'utf8',
		shell: process.platform === 'win32',
		maxBuffer: 1 << 28
	});
	if (result.status !== 0) {
		process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\nvoorzicht: ${what} failed.\n`);
		process.exit(1);
	}
	process.stderr.write(`voorzicht: ${what}: done in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
}

function hashOf(paths) {
	const hash = createHash('sha256');
	const add = (path) => {
		const full = join(root, path);
		if (!existsSync(full)) return;
		if (statSync(full).isDirectory()) {
			for (const entry of readdirSync(full).sort()) if (entry !== 'node_modules') add(`${path}/${entry}`);
		} else if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(full));
	};
	paths.forEach(add);
	return hash.digest('hex');
}

/** Runs `action` unless the stamp file already holds the hash of these inputs. */
function unlessFresh(stamp, inputs, action) {
	const hash = hashOf(inputs);
	const file = join(root, stamp);
	if (existsSync(file) && readFileSync(file, 'utf8') === hash) return;
	action();
	writeFileSync(file, hash);
}

unlessFresh(
	'node_modules/.voorzicht-installed',
	['package.json', 'package-lock.json', 'analytics/privacy/package.json'],
	() => run('installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
);
const node = existsSync(newestNode) ? newestNode : process.execPath;
if (wanted === 'build' || wanted === 'test') {
	unlessFresh(
		'build/.voorzicht-built',
		['package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'src', 'static', 'analytics/contract'],
		() => run('building the dashboard', node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'])
	);
}
if (wanted === 'test') {
	unlessFresh('node_modules/.voorzicht-browser', ['tools/browser.ts', 'package-lock.json'], () =>
		run('unpacking the test browser', node, [join(root, 'tools', 'browser.ts')])
	);
}
