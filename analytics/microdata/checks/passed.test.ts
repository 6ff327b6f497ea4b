import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { DataFile } from '../data-file.ts';
import { hasPassed, questionOf, remember } from './passed.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-passed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): DataFile => ({ path: join(folder, name), format: 'csv', delimiter: ',', columns: [] });

it('remembers what passed with the same bytes and the same question, and nothing else', () => {
	writeFileSync(join(folder, 'a.csv'), 'x\n1\n');
	writeFileSync(join(folder, 'b.csv'), 'x\n1\n');
	const asked = [2023, 'rows', 'key-unique'];
	const question = () => questionOf([at('a.csv')], asked);
	expect(hasPassed(question())).toBe(false);
	remember(question());
	expect(hasPassed(question())).toBe(true);
	expect(hasPassed(questionOf([at('a.csv')], [2022, 'rows', 'key-unique']))).toBe(false);
	expect(hasPassed(questionOf([at('b.csv')], asked))).toBe(false);
	expect(hasPassed(questionOf([at('a.csv'), at('b.csv')], asked))).toBe(false);
	writeFileSync(join(folder, 'a.csv'), 'x\n1\n1\n');
	expect(hasPassed(question())).toBe(false);
});

it('remembers nothing of a file that is not there', () => {
	const question = questionOf([at('absent.csv')], []);
	remember(question);
	expect(hasPassed(question)).toBe(false);
});
