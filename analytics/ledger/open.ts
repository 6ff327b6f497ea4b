import { OutsideFaultError } from '../errors.ts';
import { openCluster } from '../postgres/cluster.ts';
import { guarded } from '../postgres/faults.ts';
import type pg from 'pg';
import { guardsOf, type GivenGuards } from './guards.ts';
import { Ledger } from './ledger.ts';

/** What the ledger's connections may do: add, and change no more than what is spent and capped. */
const SPENDER = 'voorzicht_spender';

export interface LedgerOptions extends GivenGuards {
	/** Path beside which key and checkpoint lie that nobody gave; for an embedded database its own folder. */
	readonly beside?: string;
	/** Tests only: accepts a server that may forget a commit in a power cut. No command and no setting reaches it. */
	readonly volatile?: boolean;
}

/**
 * Opens the ledger, with its database made and its server started where needed.
 * @throws OutsideFaultError when the server could forget an acknowledged charge.
 */
export async function openLedger(url: string, options: LedgerOptions = {}): Promise<Ledger> {
	const volatile = options.volatile === true;
	const cluster = await openCluster(url, 'ledger', { volatile, role: SPENDER });
	try {
		if (!volatile) await guarded(() => requireDurability(cluster.pool));
		const beside = cluster.folder ?? options.beside;
		if (beside === undefined && (options.key === undefined || options.checkpoint === undefined))
			throw new OutsideFaultError(
				'A ledger on a database server needs a key and a checkpoint outside it. Set VOORZICHT_LEDGER_KEY and VOORZICHT_LEDGER_CHECKPOINT.'
			);
		return new Ledger(cluster, await guardsOf(options, beside ?? '', await hasEntries(cluster.pool)));
	} catch (error) {
		await cluster.close();
		throw error;
	}
}

/** @throws OutsideFaultError when the server may lose a commit that it has acknowledged: a lost charge is free noise. */
async function requireDurability(pool: pg.Pool): Promise<void> {
	const { rows } = await pool.query<{ name: string }>(
		`select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`
	);
	if (rows.length > 0)
		throw new OutsideFaultError(
			`The ledger's database server runs with ${rows.map(({ name }) => name).join(', ')} off and may forget charges in a power cut. Switch on and start again.`
		);
}

async function hasEntries(pool: pg.Pool): Promise<boolean> {
	const { rows } = await guarded(() =>
		pool.query<{ some: boolean }>('select exists (select from ledger.entry) as some')
	);
	return rows[0]!.some;
}
