import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, inject, it } from 'vitest';
import type { Failpoint } from '../../analytics/faults/none.ts';
import { plants } from '../faults/plants/plants.ts';
import { ROOT, run } from '../faults/program.ts';
import { scenarios } from '../faults/scenarios.ts';
import { table } from '../faults/table.ts';

// Faults can be injected into a test build only. The program that people run has no place for them.

const CLI = 'analytics/cli.ts';
const SETTINGS = ['VOORZICHT_TEST_FAILPOINT', 'VOORZICHT_TEST_ACTION', 'VOORZICHT_TEST_TRACE', 'VOORZICHT_TEST_BUILD'];
const POINT: Failpoint = 'charge-committed';

function filesBelow(folder: string, pattern: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
		.filter((name) => pattern.test(name) && !name.includes('node_modules'));
}

it.each(SETTINGS)('the program refuses to start with %s', async (setting) => {
	const cwd = mkdtempSync(join(inject('scratch'), 'build-'));
	const { code, stdout, stderr } = await run(CLI, ['ledger', 'show'], { cwd, env: { [setting]: POINT } });
	expect(stderr).toMatch(new RegExp(`^voorzicht: ${setting} is a setting for tests[^\n]*\n$`));
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	expect(readdirSync(cwd)).toEqual([]);
});

it('a test build does not start by accident', async () => {
	const env = { NODE_OPTIONS: '--conditions=voorzicht-test' };
	const { code, stdout, stderr } = await run(CLI, ['--version'], { env });
	expect(stderr).toMatch(/^voorzicht: This is a test build[^\n]*\n$/);
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

it('a test build says what it is, and starts on purpose', async () => {
	const { code, stderr } = await run(CLI, ['--version'], { faults: {} });
	expect(stderr).toMatch(/^voorzicht: test build/);
	expect(code).toBe(0);
});

it('the module of the program does nothing at any place', async () => {
	const { failpoint } = await import('../../analytics/faults/none.ts');
	let halves = 0;
	await failpoint(POINT, () => Promise.resolve(halves++));
	expect(halves).toBe(0);
});

it('nothing of analytics comes from the tests, and every injected place is one of the program', () => {
	const sources = filesBelow('analytics', /(?<!\.test)\.ts$/).filter((name) => !/test(ing|-support)/.test(name));
	const imports = sources.flatMap((name) =>
		[...readFileSync(join(ROOT, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => ({ name, from: from! }))
	);
	expect(imports.length).toBeGreaterThan(300);
	expect(imports.filter(({ from }) => /(^|\/)tests\//.test(from))).toEqual([]);
	const texts = sources.map((name) => readFileSync(join(ROOT, name), 'utf8'));
	const places = texts.filter((text) => text.includes("from '#faults'")).join('\n');
	const named = /type Failpoint =\s*((?:\| '[a-z-]+'\s*)+)/.exec(
		readFileSync(join(ROOT, 'analytics/faults/none.ts'), 'utf8')
	);
	const names = [...named![1]!.matchAll(/'([a-z-]+)'/g)].map(([, point]) => point!);
	expect(names.length).toBeGreaterThanOrEqual(15);
	expect(names.filter((point) => !places.includes(`'${point}'`))).toEqual([]);
});

it('the built dashboard knows no place for faults', () => {
	const built = filesBelow('build', /\.(js|json|html|map)$/);
	expect(built.length).toBeGreaterThan(10);
	const told = /charge-committed|checkpoint-torn|publish-switched|VOORZICHT_TEST_|voorzicht-test/;
	expect(built.filter((name) => told.test(readFileSync(join(ROOT, name), 'utf8')))).toEqual([]);
});

it.each(plants)('$name can still be planted', ({ edits }) => {
	for (const { file, from } of edits) expect(readFileSync(join(ROOT, file), 'utf8').split(from)).toHaveLength(2);
});

it('docs/faults.md lists every scenario as it is', () => {
	const words = (text: string) => text.replaceAll(/[ -]+/g, ' ');
	expect(words(readFileSync(join(ROOT, 'docs/faults.md'), 'utf8'))).toContain(words(table(scenarios)));
});
