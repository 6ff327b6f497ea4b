import { createHash } from 'node:crypto';
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
	return {
		folder,
		manifest: createHash('sha256')
			.update(readNamed(join(folder, 'manifest.json')))
			.digest('hex')
	};
}
