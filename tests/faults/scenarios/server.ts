import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from '../../../analytics/postgres/embedded.ts';
import { readPostmaster } from '../../../analytics/postgres/server.ts';
import { freshFolder, query, type Grounds } from '../grounds.ts';
import { measureOnce, request, using, type Place } from '../place.ts';
import { start } from '../program.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// The database server dies while three processes spend.

const SPENDERS = 3;
const ROUNDS = { short: 1, long: 8 };
const oracle = 'no acknowledged charge and no answer is lost; after a restart the ledger verifies and goes on';

export const server: readonly Scenario[] = [
	{
		name: 'postmaster-killed',
		fault: 'kill -9 of the database server while three processes spend',
		oracle,
		short: true,
		run: (grounds) => dying(grounds, ({ folder }) => signal(folder, 'SIGKILL'))
	},
	{
		name: 'server-stopped-at-once',
		fault: 'immediate stop of the database server while three processes spend',
		oracle,
		short: false,
		run: (grounds) => dying(grounds, ({ folder }) => signal(folder, 'SIGQUIT'))
	},
	{
		name: 'backend-killed',
		fault: 'kill -9 of one session of the database server while three processes spend',
		oracle,
		short: false,
		run: (grounds) => dying(grounds, killBackend)
	}
];

interface Victim {
	readonly folder: string;
	/** URL of the ledger's database. */
	readonly url: string;
}

async function dying(grounds: Grounds, kill: (victim: Victim) => void | Promise<void>): Promise<Counts> {
	const folder = join(freshFolder(grounds, 'dying'), 'postgres');
	const place: Place = { url: `embedded:${folder}`, checkpoint: `${folder}.checkpoint.jsonl`, key: 'k'.repeat(32) };
	const witness = new Witness(place);
	const rounds = grounds.long ? ROUNDS.long : ROUNDS.short;
	for (let round = 0; round < rounds; round++) {
		const held = await openEmbedded(folder);
		const spenders = Array.from({ length: SPENDERS }, (_, i) =>
			start('tests/faults/spender.ts', [JSON.stringify(place), `round-${round}-${i}`])
		);
		await Promise.all(spenders.map((one) => one.told('answered')));
		await sleep(randomInt(50));
		await kill({ folder, url: held.url('voorzicht_ledger') });
		for (const one of spenders) {
			// A process whose connection was spared may go on; it is stopped as anybody may stop it.
			const stop = setTimeout(() => one.child.kill('SIGKILL'), 5_000);
			await one.ended;
			clearTimeout(stop);
			witness.heard(one.lines());
		}
		await held.close();
		await witness.check();
		await using(place, (ledger) => measureOnce(ledger, request(`after-${round}`)));
	}
	const { charges } = await witness.check();
	return { kills: rounds, acknowledged: witness.acknowledged.size, charges };
}

function signal(folder: string, name: NodeJS.Signals): void {
	process.kill(readPostmaster(folder)!.pid, name);
}

async function killBackend({ url }: Victim): Promise<void> {
	const [row] = await query<{ pid: number }>(
		url,
		`select pid from pg_stat_activity where datname = current_database() and application_name = 'voorzicht'
		order by state = 'active' desc limit 1`
	);
	assert.ok(row, 'nobody is connected');
	process.kill(row.pid, 'SIGKILL');
}
