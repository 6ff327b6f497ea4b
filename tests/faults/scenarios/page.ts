import assert from 'node:assert/strict';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { OutsideFaultError } from '../../../analytics/errors.ts';
import type { Ledger } from '../../../analytics/ledger/ledger.ts';
import type { Verification } from '../../../analytics/ledger/verify/verify.ts';
import { openEmbedded } from '../../../analytics/postgres/embedded.ts';
import { freshFolder, query, type Grounds } from '../grounds.ts';
import { measureOnce, request, using, type Place } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

const TABLES = ['account', 'entry', 'measurement', 'noisy_table'];

export const page: Scenario = {
	name: 'corrupt-page',
	fault: `a page of the file of a table is overwritten, in turn of ${TABLES.join(', ')}`,
	oracle: 'an outside fault, no charge and no answer; verify does not pass; with the page back it goes on',
	short: true,
	run
};

async function run(grounds: Grounds): Promise<Counts> {
	const folder = join(freshFolder(grounds, 'page'), 'postgres');
	const place: Place = { url: `embedded:${folder}`, checkpoint: `${folder}.checkpoint.jsonl`, key: 'k'.repeat(32) };
	const witness = new Witness(place);
	await using(place, (ledger) => measureOnce(ledger, request('a')));
	for (const table of TABLES) {
		const file = join(folder, 'data', await fileOf(folder, table));
		const undo = overwritten(file);
		const faults: unknown[] = [];
		const tried = (attempt: (ledger: Ledger) => Promise<unknown>) =>
			using(place, attempt).catch((error: unknown) => void faults.push(error));
		for (const id of ['a', 'b']) await tried((ledger) => measureOnce(ledger, request(id)));
		const verified = await tried((ledger) => ledger.verify());
		assert.ok(verified === undefined || !(verified as Verification).ok, `verify passes with a corrupt ${table}`);
		assert.ok(faults.length > 0, `nobody notices a corrupt page of ${table}`);
		for (const fault of faults) assert.ok(fault instanceof OutsideFaultError, String(fault));
		undo();
		await witness.check();
	}
	await using(place, (ledger) => measureOnce(ledger, request('c')));
	return { pages: TABLES.length, ...(await witness.check()) };
}

/** Path of the file below the data folder; the server is stopped afterwards, so that the page is on the disk. */
async function fileOf(folder: string, table: string): Promise<string> {
	const server = await openEmbedded(folder);
	const url = server.url('voorzicht_ledger');
	await query(url, 'checkpoint');
	const [row] = await query<{ path: string }>(url, 'select pg_relation_filepath($1) as path', [`ledger.${table}`]);
	await server.close();
	return row!.path;
}

/** Puts something else in the middle of the first page. */
function overwritten(file: string): () => void {
	const was = Buffer.alloc(512);
	const handle = openSync(file, 'r+');
	readSync(handle, was, 0, was.length, 7000);
	writeSync(handle, Buffer.alloc(512, 0xa5), 0, was.length, 7000);
	closeSync(handle);
	return () => {
		const again = openSync(file, 'r+');
		writeSync(again, was, 0, was.length, 7000);
		closeSync(again);
	};
}
