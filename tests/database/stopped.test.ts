import { chmodSync, copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { stoppedAt, voorzicht } from './command.ts';

// A command that is stopped half-way ends at once, and the next command finds a database and folders that it can use.

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const SYNTHESIZE = ['synthesize', '--persons', '20000', '--years', '2023', '--out', 'microdata'];
const MEASURE = ['measure', 'netherlands.yaml', '--microdata', 'microdata', '--out', 'bundle', '--json'];
let cwd: string;

beforeAll(() => {
	cwd = mkdtempSync(join(inject('scratch'), 'stopped-'));
	chmodSync(cwd, 0o755);
	copyFileSync(EXAMPLE, join(cwd, 'netherlands.yaml'));
});

const run = (...args: string[]) => voorzicht(args, cwd);
const serverRuns = () => existsSync(join(cwd, '.voorzicht', 'postgres', 'data', 'postmaster.pid'));

it('synthesize, measure and publish can be stopped, and done again', async () => {
	expect((await stoppedAt('Making microdata', 'SIGINT', SYNTHESIZE, cwd)).signal).toBe('SIGINT');
	expect((await run(...SYNTHESIZE)).code).toBe(0);

	expect((await stoppedAt('Measuring', 'SIGTERM', MEASURE, cwd)).signal).toBe('SIGTERM');
	expect(existsSync(join(cwd, 'bundle'))).toBe(false);
	const shown = await run('ledger', 'show', '--json');
	// What was charged stays charged, although its answer never came.
	expect(JSON.parse(shown.stdout)).toMatchObject({ entries: [{ rho: '0.25', state: 'charged' }] });
	expect((await run('ledger', 'verify')).code).toBe(0);
	// The server outlived the command that started it; the last one to leave stopped it.
	expect(serverRuns()).toBe(false);
	expect(JSON.parse((await run(...MEASURE)).stdout)).toMatchObject({ replayed: false });

	expect((await stoppedAt('Publishing', 'SIGTERM', ['publish', 'bundle'], cwd)).signal).toBe('SIGTERM');
	const published = await run('publish', 'bundle', '--json');
	expect(JSON.parse(published.stdout)).toMatchObject({ already: false, version: 1 });
	expect(serverRuns()).toBe(false);
});
