import type { ClientBase } from 'pg';
import type { BundleBody } from './entry.ts';
import type { ChargeRequest } from './request.ts';

export interface EarlierBundle {
	/** Number of the entry that paid for it. */
	readonly entry: number;
	/** sha256 (hex) of its manifest.json. */
	readonly manifest: string;
}

/**
 * The last bundle of the same release and period that was there before a request was paid for.
 * @param charge number of the entry that paid for it
 */
export async function bundleBefore(
	client: ClientBase,
	{ lineage, unit, period, description }: ChargeRequest,
	charge: number
): Promise<EarlierBundle | null> {
	const { rows } = await client.query<{ body: string }>(
		`select b.body
		from ledger.entry b
		join ledger.measurement m on m.key = b.key
		join ledger.entry c on c.number = m.entry
		where b.kind = 'bundle' and b.number < $1 and c.body::json ->> 'lineage' = $2 and c.body::json ->> 'unit' = $3
			and c.body::json ->> 'period' = $4 and c.body::json ->> 'description' = $5
		order by b.number desc limit 1`,
		[charge, lineage, unit, period, description]
	);
	if (rows[0] === undefined) return null;
	const bundle = JSON.parse(rows[0].body) as BundleBody;
	return { entry: bundle.charge, manifest: bundle.manifest };
}
