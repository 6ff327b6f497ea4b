import type pg from 'pg';
import { OutsideFaultError } from '../errors.ts';

/** @throws OutsideFaultError when the server may lose a commit that it has acknowledged: a lost charge is free noise. */
export async function requireDurability(pool: pg.Pool): Promise<void> {
	const { rows } = await pool.query<{ name: string }>(
		`select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`
	);
	if (rows.length > 0)
		throw new OutsideFaultError(
			`The ledger's database server runs with ${rows.map(({ name }) => name).join(', ')} off and may forget charges in a power cut. Switch on and start again.`
		);
}
