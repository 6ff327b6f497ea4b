import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chosenInWords } from './chosen-in-words.ts';
import { chosenFiles } from './registry.ts';

it('names the files that were preferred, and what they were preferred to', () => {
	const dir = mkdtempSync(join(tmpdir(), 'voorzicht-chosen-'));
	for (const name of ['INHA2023TABV2.csv', 'INHA2023TABV1.parquet', 'INHA2022TABV1.csv'])
		writeFileSync(join(dir, name), 'x\n');
	expect(chosenInWords(chosenFiles(dir))).toBe(
		'Files: 2 chosen by their names, 1 of them before others\nchosen INHA2023TABV2.csv, not INHA2023TABV1.parquet'
	);
	rmSync(dir, { recursive: true });
});
