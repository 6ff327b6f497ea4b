import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { importGraph } from '../../tools/boundaries/graph.ts';
import { violations } from '../../tools/boundaries/violations.ts';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');
const planted = mkdtempSync(join(tmpdir(), 'voorzicht-boundaries-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

it('the house has no forbidden import', async () => {
	const edges = await importGraph(root);
	expect(edges).toContainEqual(
		expect.objectContaining({ from: 'analytics/pipeline.ts', to: 'analytics/measure/measure.ts' })
	);
	expect(edges.some((edge) => edge.from.endsWith('.svelte'))).toBe(true);
	expect(violations(edges)).toEqual([]);
});

it.each([
	['analytics/plan/p.ts', "import '../measure/m.ts';"],
	['analytics/plan/p.ts', "import '../microdata/m.ts';"],
	['analytics/contract/c.ts', "import '../privacy/m.ts';"],
	['analytics/measure/p.ts', "import '../release/m.ts';"],
	['analytics/reconcile/p.ts', "import type { X } from '../population/m.ts';"],
	['analytics/store/p.ts', "import '../measure/m.ts';"],
	['analytics/population/p.ts', "import '../ledger/m.ts';"],
	['analytics/privacy/p.ts', "import 'node:fs';"],
	['analytics/privacy/p.ts', "import 'pg';"],
	['analytics/release/p.ts', "import 'pg';"],
	['analytics/commands/p.ts', "import '../../src/lib/m.ts';"],
	['migrations/p.ts', "import '../analytics/contract/m.ts';"],
	['src/lib/p.ts', "import './server/m.ts';"],
	['src/lib/p.ts', "import 'pg';"],
	['src/routes/p.ts', "import '../../analytics/microdata/m.ts';"],
	['src/lib/server/p.ts', "import '../../../analytics/measure/m.ts';"],
	['src/routes/p.svelte', '<script lang="ts">import \'../lib/server/m.ts\';</script>']
])('finds a planted import: %s %s', async (file, code) => {
	rmSync(planted, { recursive: true, force: true });
	const write = (path: string, text: string) => {
		mkdirSync(join(planted, path, '..'), { recursive: true });
		writeFileSync(join(planted, path), text);
	};
	write(file, code);
	const imported = /'(\.[^']+)'/.exec(code)?.[1];
	if (imported !== undefined) write(join(file, '..', imported), 'export type X = 1;');
	expect(violations(await importGraph(planted)).map((v) => v.from)).toEqual([file]);
});

it('npm run boundaries prints every lock and fails when one is open', () => {
	const run = spawnSync(process.execPath, ['tools/boundaries.ts'], { cwd: root, encoding: 'utf8' });
	expect(run.stdout.match(/^closed lock \d/gm)).toHaveLength(6);
	expect(run.status).toBe(0);
});
