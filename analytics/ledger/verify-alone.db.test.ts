import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { KEY, ledgerPlace, request, tables } from '../../tests/database/ledger.ts';
import { importGraph } from '../../tools/boundaries/graph.ts';
import { sha256 } from '../../tests/database/ledger-writer.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folder = 'analytics/ledger/verify';
const table = 'poor,noisy_count\nyes,12\n';
const manifest = JSON.stringify({ files: { 'measurements/all.csv': sha256(table) } });

let place: Awaited<ReturnType<typeof ledgerPlace>>;
/** Where somebody else has the folder, and a package to speak with the database. */
let desk: string;
let bundle: string;

beforeAll(async () => {
	place = await ledgerPlace();
	const ledger = await place.open();
	for (const snapshot of ['first', 'second']) {
		const { charge, release } = await ledger.charge({ ...request, snapshot });
		charge.spend();
		await ledger.store(charge, tables);
		await ledger.recordBundle(charge, sha256(manifest));
		await release();
	}
	await ledger.close();
	desk = mkdtempSync(join(inject('scratch'), 'desk-'));
	cpSync(join(root, folder), join(desk, 'verify'), { recursive: true });
	// As `npm init` makes it: modules are of the old kind unless a folder says otherwise.
	writeFileSync(join(desk, 'package.json'), '{ "type": "commonjs" }');
	mkdirSync(join(desk, 'node_modules'));
	symlinkSync(join(root, 'node_modules', 'pg'), join(desk, 'node_modules', 'pg'), 'junction');
	bundle = join(desk, 'bundle');
	mkdirSync(bundle);
	writeFileSync(join(bundle, 'manifest.json'), manifest);
	mkdirSync(join(bundle, 'measurements'));
	writeFileSync(join(bundle, 'measurements', 'all.csv'), table);
});

function verify(args: readonly string[], key: string | null = KEY) {
	const env = key === null ? {} : { VOORZICHT_LEDGER_KEY: key };
	const run = spawnSync(process.execPath, [join('verify', 'main.ts'), ...args], { cwd: desk, encoding: 'utf8', env });
	return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

it('imports nothing but itself, pg and what Node has', async () => {
	const edges = (await importGraph(root)).filter(({ from }) => from.startsWith(`${folder}/`));
	const isOwn = (to: string) => to === 'pg' || to.startsWith('node:') || to.startsWith(`${folder}/`);
	expect(edges.filter(({ to }) => !isOwn(to))).toEqual([]);
	expect(new Set(edges.map(({ from }) => from)).size).toBeGreaterThan(10);
});

it('verifies a ledger from a folder of its own', () => {
	const { code, stdout, stderr } = verify([
		'--ledger',
		place.url,
		'--checkpoint',
		place.checkpoint,
		'--bundle',
		bundle
	]);
	expect([code, stdout, stderr]).toEqual([0, 'The ledger is whole: 9 entries verified.\n', '']);
});

it('takes the key from a file, and answers in JSON', () => {
	writeFileSync(join(desk, 'key'), `${KEY}\n`);
	const { code, stdout } = verify(['--ledger', place.url, '--key', 'key', '--json'], null);
	expect([code, JSON.parse(stdout)]).toEqual([0, { ok: true, entries: 9, problems: [] }]);
});

it('says what is not whole, and where', () => {
	writeFileSync(join(desk, 'manifest.json'), '{}');
	const other = verify(['--ledger', place.url, '--bundle', '.']);
	expect([other.code, other.stdout]).toEqual([
		3,
		'The ledger is NOT whole (9 entries):\n- the manifest of bundle . is in no entry of the ledger\n'
	]);
	const gone = verify(['--ledger', place.url, '--checkpoint', 'none.jsonl']);
	expect([gone.code, gone.stdout]).toEqual([3, expect.stringContaining('the checkpoint none.jsonl is gone')]);
	const anotherKey = verify(['--ledger', place.url, '--checkpoint', place.checkpoint], `another ${KEY}`);
	expect([anotherKey.code, anotherKey.stdout]).toEqual([
		3,
		expect.stringContaining('entry 1 is not sealed with the key')
	]);
	const short = join(desk, 'earlier.jsonl');
	writeFileSync(short, readFileSync(place.checkpoint, 'utf8').split('\n').slice(0, 4).join('\n') + '\n');
	expect(verify(['--ledger', place.url, '--checkpoint', short]).code).toBe(3);
	expect(verify(['--ledger', place.url, '--checkpoint', short, '--earlier']).code).toBe(0);
});

it.each<[string, number, (url: string) => string[]]>([
	['no database', 2, () => []],
	['an embedded one', 2, () => ['--ledger', 'embedded:dir']],
	['an option that is none', 2, (url) => ['--ledger', url, '--repair']],
	['a server that is not there', 5, () => ['--ledger', 'postgres://me:secret@127.0.0.1:1/ledger']],
	['a wrong password', 5, (url) => ['--ledger', Object.assign(new URL(url), { password: 'secret' }).href]],
	['a checkpoint that is a folder', 5, (url) => ['--ledger', url, '--checkpoint', 'bundle']],
	['a bundle without a manifest', 5, (url) => ['--ledger', url, '--bundle', 'nowhere']],
	['a file of a key that is not there', 5, (url) => ['--ledger', url, '--key', 'nowhere']]
])('%s ends in plain words, without a secret or a trace', (_what, code, args) => {
	const run = verify(args(place.url));
	expect([run.code, run.stdout]).toEqual([code, '']);
	expect(run.stderr).toMatch(/^[A-Z][^\n]{20,}\.\n$/);
	expect(run.stderr).not.toMatch(/secret|key of ledgers|postgres:\/\/.*@127|\n\s+at /);
});

it('asks for the key', () => {
	expect(verify(['--ledger', place.url], null)).toMatchObject({ code: 2, stderr: expect.stringContaining('the key') });
});

it('finds a file of a bundle that was changed beside its manifest', () => {
	const changed = join(desk, 'changed');
	cpSync(bundle, changed, { recursive: true });
	writeFileSync(join(changed, 'measurements', 'all.csv'), table.replace('12', '13'));
	const { code, stdout } = verify(['--ledger', place.url, '--checkpoint', place.checkpoint, '--bundle', changed]);
	expect(stdout).toContain('measurements/all.csv of bundle');
	expect(code).toBe(3);
});
