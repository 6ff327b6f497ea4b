import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePublicKeys } from '../../analytics/release/keys.ts';
import { readBundle, requireSigned } from '../../analytics/release/bundle.ts';
import { voorzicht } from '../database/command.ts';

// Releases of 2026, about invented islands, with their noise as drawn then. As long as this program lives it reads them, knows
// who signed them, and makes the very same estimates of them. When a test here fails, an old release would be read otherwise:
// mend the code, and leave the files as they are.

const ROOT = join(import.meta.dirname, '..', '..');
const FIXTURE = join(ROOT, 'tests', 'fixtures', 'bundle-2026');
const cwd = mkdtempSync(join(tmpdir(), 'voorzicht-old-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
beforeAll(() => cpSync(FIXTURE, cwd, { recursive: true }));

const RELEASES = [
	['eilanden', { regions: 9, tables: 5 }],
	['maanden', { regions: 4, tables: 2 }]
] as const;

describe.each(RELEASES)('the release %s', (name, { regions, tables }) => {
	it('is whole, and signed with the key of its maker', async () => {
		const keys = parsePublicKeys(readFileSync(join(FIXTURE, 'maker.pem'), 'utf8'), 'maker.pem');
		const bundle = requireSigned(await readBundle(join(FIXTURE, name)), keys);
		expect(bundle.domain.region!.tree.regions).toHaveLength(regions);
		expect(bundle.noisy).toHaveLength(tables);
		expect([...keys.keys()]).toEqual([bundle.signedBy]);
	});

	it('is estimated to the same bytes', async () => {
		const statistics = name === 'eilanden' ? ['--statistics', 'statistics.csv'] : [];
		const args = ['estimate', name, '--out', 'estimates.csv', ...statistics, '--json'];
		const { code, stdout, stderr } = await voorzicht(args, cwd, { VOORZICHT_TRUSTED_KEYS: 'maker.pem' });
		expect(`${code} ${stderr}`).toBe('0 ');
		expect(JSON.parse(stdout)).toMatchObject({ signature: 'verified' });
		for (const made of ['estimates.csv', ...statistics.slice(1)])
			expect(readFileSync(join(cwd, made))).toEqual(readFileSync(join(FIXTURE, `${name}.${made}`)));
	});
});

it('estimates are made by operations alone that every engine rounds alike (IEEE 754): no powers, logarithms or exponents', () => {
	const files = ['analytics/reconcile', 'analytics/reconcile/statistics', 'analytics/release']
		.flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`))
		.concat(['analytics/plan/axes.ts', 'analytics/plan/changes.ts', 'analytics/plan/components.ts'])
		.filter((file) => file.endsWith('.ts') && !/test(ing)?\.ts$/.test(file));
	expect(files.length).toBeGreaterThan(30);
	// Powers of two are exact.
	const loose = /Math\.(?!abs|ceil|floor|max|min|round|sign|sqrt|trunc)\w+|(?<!\b2 )\*\*(?!\/)/;
	const found = files.filter((file) => {
		const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
		return loose.test(code);
	});
	expect(found).toEqual([]);
});
