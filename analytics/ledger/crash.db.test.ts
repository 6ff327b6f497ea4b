import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KEY, ledgerPlace, request, tables } from '../../tests/database/ledger.ts';

/** A process that stops for ever at one point between charge and answer, and is killed there. */
const script = (url: string, checkpoint: string, point: string) => `
	import { openLedger } from ${JSON.stringify(join(import.meta.dirname, 'open.ts'))};
	const stop = async (point) => {
		if (point !== ${JSON.stringify(point)}) return;
		console.log(point);
		await new Promise((resolve) => setInterval(() => {}, 1000));
	};
	const ledger = await openLedger(${JSON.stringify(url)}, { key: ${JSON.stringify(KEY)}, checkpoint: ${JSON.stringify(checkpoint)}, volatile: true });
	const { charge } = await ledger.charge(${JSON.stringify(request)});
	await stop('charged');
	charge.spend();
	await stop('spent');
	await ledger.store(charge, [{ id: 'all', sigma2: '10/1', counts: Float64Array.of(42) }]);
	await stop('stored');
`;

it.each([
	{ point: 'charged', spent: '0.1', states: ['charged', 'measured'], first: tables },
	{ point: 'spent', spent: '0.1', states: ['charged', 'measured'], first: tables },
	{
		point: 'stored',
		spent: '0.05',
		states: ['measured'],
		first: [{ id: 'all', sigma2: '10/1', counts: Float64Array.of(42) }]
	}
])('a kill when $point neither gives a free answer nor a second draw', async ({ point, spent, states, first }) => {
	const place = await ledgerPlace();
	const child = spawn(
		process.execPath,
		['--input-type=module-typescript', '-e', script(place.url, place.checkpoint, point)],
		{
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	await once(child.stdout, 'data');
	child.kill('SIGKILL');
	await once(child, 'exit');

	const ledger = await place.open();
	try {
		const { charge, stored, release } = await ledger.charge(request);
		if (stored === null) {
			charge.spend();
			await ledger.store(charge, tables);
		}
		await release();
		const { accounts, entries } = await ledger.history();
		expect(accounts.map((account) => account.spent)).toEqual([spent, spent, spent]);
		expect(entries.map(({ state }) => state)).toEqual(states);
		expect(await ledger.stored(request)).toEqual(first);
		expect(await ledger.verify()).toMatchObject({ ok: true });
	} finally {
		await ledger.close();
	}
});
