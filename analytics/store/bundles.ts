import type { Pool } from 'pg';

/** The texts of the files by which anybody can check a bundle, byte for byte. */
export interface BundleTexts {
	/** sha256 (hex) of the manifest's text. */
	readonly hash: string;
	readonly manifest: string;
	readonly signature: string;
}

/** Keeps them by their hash; what is kept already stays. Nobody sees them before a release of this bundle is published. */
export async function saveBundle(pool: Pool, { hash, manifest, signature }: BundleTexts): Promise<void> {
	await pool.query('insert into store.bundle (hash, manifest, signature) values ($1, $2, $3) on conflict do nothing', [
		hash,
		manifest,
		signature
	]);
}
