import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OutsideFaultError } from '../errors.ts';
import { requireUnchanged, stampOf } from './unchanged.ts';

let folder: string;
const path = (name: string) => join(folder, name);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'voorzicht-unchanged-'));
	writeFileSync(path('a.csv'), 'x\n1\n');
	mkdirSync(path('inside/deeper'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('files that nobody touched are unchanged', async () => {
	for (const place of [folder, path('a.csv')]) await requireUnchanged(place, await stampOf(place));
});

it.each([
	['another content of the same length', () => writeFileSync(path('a.csv'), 'x\n2\n')],
	[
		'another file with the same name, length and time',
		() => {
			utimesSync(path('a.csv'), 1, 1);
			writeFileSync(path('b.csv'), 'x\n2\n');
			utimesSync(path('b.csv'), 1, 1);
			renameSync(path('b.csv'), path('a.csv'));
		}
	],
	['one file more', () => writeFileSync(path('b.csv'), '')],
	['one file less', () => rmSync(path('a.csv'))],
	['a folder more', () => mkdirSync(path('more'))],
	['a file more in a folder', () => writeFileSync(path('inside/deeper/b.csv'), '')]
])('notices %s', async (_what, change) => {
	utimesSync(path('a.csv'), 1, 1);
	const before = await stampOf(folder);
	change();
	await expect(requireUnchanged(folder, before)).rejects.toThrow(OutsideFaultError);
});
