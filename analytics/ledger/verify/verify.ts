import type { ClientBase } from 'pg';
import { verifyAccounts } from './accounts.ts';
import { verifyAnswers } from './answers.ts';
import { verifyEntries } from './chain.ts';
import { readEvidence, type Evidence, type OutsideEvidence } from './evidence.ts';
import { Findings, type Verification } from './findings.ts';
import { verifyRights } from './rights.ts';
import { verifySchema } from './schema.ts';
import { verifyCheckpoint } from './seen.ts';

export { readEvidence, type Evidence, type OutsideEvidence } from './evidence.ts';
export { UnreadableError } from './files.ts';
export type { Verification } from './findings.ts';

/**
 * The whole ledger against itself and, when given, against its checkpoint and bundles.
 * @param client a connection outside any transaction
 * @throws UnreadableError, or whatever pg throws when the database cannot be read
 */
export async function verifyLedger(client: ClientBase, evidence: Evidence): Promise<Verification> {
	const outside = await readEvidence(evidence);
	await client.query('begin isolation level repeatable read read only');
	try {
		return await verifySnapshot(client, outside);
	} finally {
		await client.query('rollback').catch(() => undefined);
	}
}

/** @param client a connection inside a transaction that sees one snapshot */
export async function verifySnapshot(client: ClientBase, outside: OutsideEvidence): Promise<Verification> {
	const found = new Findings();
	await client.query('set local search_path = pg_catalog');
	await verifySchema(client, found);
	if (!found.isReadable) return found.verification(0);
	await verifyRights(client, found);
	const books = await verifyEntries(client, outside.key, found);
	await verifyAccounts(client, books, found);
	await verifyAnswers(client, books, found);
	if (outside.checkpoint !== null) await verifyCheckpoint(client, outside, books, found);
	for (const { folder, manifest, changed } of outside.bundles) {
		if (!books.manifests.has(manifest)) found.add(`the manifest of bundle ${folder} is in no entry of the ledger`);
		for (const path of changed) found.add(`${path} of bundle ${folder} is not what its manifest says`);
	}
	return found.verification(books.entries);
}
