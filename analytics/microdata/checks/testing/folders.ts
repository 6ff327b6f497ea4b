import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tinyStapmon } from '../../testing/tiny-stapmon.ts';
import { tinyTables, writeTables, type TinyTables } from '../../testing/tiny-tables.ts';
import type { CheckReport } from '../report.ts';

/** A folder of its own for each file of tests, which clears it in the end. */
export const root = mkdtempSync(join(tmpdir(), 'voorzicht-checks-'));
export const clearRoot = () => rmSync(root, { recursive: true });

export const goodTables = (): TinyTables => ({ ...tinyTables(), ...tinyStapmon(2023) });

/** A new folder of good tables, after a change to them or to their files. */
export function folderWith(
	change: (tables: TinyTables) => void = () => {},
	files: (dir: string) => void = () => {}
): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	const tables = goodTables();
	change(tables);
	writeTables(dir, tables);
	files(dir);
	return dir;
}

export const brokenIn = (report: CheckReport) => report.rules.filter((rule) => !rule.passed).map((rule) => rule.id);

/** The first person is listed twice. */
export const twice = (t: TinyTables) => t.GBAPERSOON2023TABV1!.push({ ...t.GBAPERSOON2023TABV1![0]! });
