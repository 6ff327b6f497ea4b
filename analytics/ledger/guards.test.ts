import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InputError, OutsideFaultError } from '../errors.ts';
import { guardsOf } from './guards.ts';

let folder: string;
let beside: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'voorzicht-guards-'));
	beside = join(folder, 'deeper', 'ledger');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a key once, for its owner alone, and finds it again', async () => {
	const made = await Promise.all(Array.from({ length: 8 }, () => guardsOf({}, beside, false)));
	expect(new Set(made.map(({ key }) => key)).size).toBe(1);
	expect(made[0]!.key).toMatch(/^[\w-]{43}$/);
	expect(await guardsOf({}, beside, true)).toEqual({ key: made[0]!.key, checkpoint: `${beside}.checkpoint.jsonl` });
	expect(readdirSync(join(folder, 'deeper'))).toEqual(['ledger.ledger-key']);
	if (process.platform !== 'win32') expect(statSync(`${beside}.ledger-key`).mode & 0o777).toBe(0o600);
});

it('a ledger with entries never gets a new key', async () => {
	expect((await guardsOf({}, beside, true)).key).toBeNull();
});

it('what is given is taken, and no file is made', async () => {
	const given = { key: 'sixteen letters!', checkpoint: '/elsewhere/checkpoint' };
	expect(await guardsOf(given, beside, false)).toEqual(given);
	expect(readdirSync(folder)).toEqual([]);
	await expect(guardsOf({ key: 'too short' }, beside, false)).rejects.toThrow(InputError);
});

it('says nothing of a damaged key but where it is', async () => {
	writeFileSync(join(folder, 'x.ledger-key'), 'geheim\n');
	const refused = guardsOf({}, join(folder, 'x'), false);
	await expect(refused).rejects.toThrow(OutsideFaultError);
	await expect(refused).rejects.not.toThrow(/geheim/);
	expect(readFileSync(join(folder, 'x.ledger-key'), 'utf8')).toBe('geheim\n');
});
