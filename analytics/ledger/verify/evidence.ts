import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { readNamed } from './files.ts';

export interface Evidence {
	/** The secret of the seals (VOORZICHT_LEDGER_KEY). */
	readonly key: string;
	/** Path of the checkpoint; null: verify without. */
	readonly checkpoint: string | null;
	/** The checkpoint is a copy of some time ago, so the database may be ahead of it. */
	readonly isEarlier?: boolean;
	/** Folders of bundles that should have come from this ledger. */
	readonly bundles?: readonly string[];
}

/** What stands outside the database. Read before the snapshot, so that an entry which arrives in between is ahead of it. */
export interface OutsideEvidence {
	readonly key: string;
	readonly checkpoint: Checkpoint | null;
	readonly isEarlier: boolean;
	readonly bundles: readonly Bundle[];
}

export interface Bundle {
	readonly folder: string;
	/** sha256 of its manifest.json. */
	readonly manifest: string;
	/** Files that are not what the manifest says, or are not there. */
	readonly changed: readonly string[];
}

export async function readEvidence(evidence: Evidence): Promise<OutsideEvidence> {
	const { key, checkpoint, isEarlier = false, bundles = [] } = evidence;
	return {
		key,
		checkpoint: checkpoint === null ? null : await readCheckpoint(checkpoint, key),
		isEarlier,
		bundles: bundles.map(readBundle)
	};
}

function readBundle(folder: string): Bundle {
	const bytes = readNamed(join(folder, 'manifest.json'));
	const changed = Object.entries(filesOf(bytes)).filter(([path, hash]) => hashOf(join(folder, path)) !== hash);
	return { folder, manifest: sha256(bytes), changed: changed.map(([path]) => path) };
}

/** The hash of every file, by its path; empty when the manifest says nothing readable, which its own hash then tells. */
function filesOf(manifest: Buffer): Record<string, unknown> {
	try {
		const { files } = JSON.parse(manifest.toString('utf8')) as { files?: unknown };
		return typeof files === 'object' && files !== null ? (files as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

function hashOf(file: string): string | null {
	try {
		return sha256(readFileSync(file));
	} catch {
		return null;
	}
}

function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}
