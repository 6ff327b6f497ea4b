import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Ledger } from '../../analytics/ledger/ledger.ts';
import { openLedger } from '../../analytics/ledger/open.ts';
import { openEmbedded, type EmbeddedServer } from '../../analytics/postgres/embedded.ts';
import { figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { timed } from '../timer.ts';
import { officers, requestOf, tables } from '../workloads/budget.ts';

const MUNICIPALITIES = 342;
const CLIENTS = 64;
/** One program holds four connections. */
const PROGRAMS = CLIENTS / 4;
const SPENDS = 4_000;

/**
 * On a server that has its disk confirm every commit, and with a checkpoint that is on the disk before a charge counts. Time is
 * that of the clock, as waiting for the disk is what it is about; every figure is of one run.
 */
export const ledger: Part = {
	name: 'ledger',
	title: `Ledger: ${CLIENTS} clients at once, every charge on the disk twice before it counts`,
	async *figures() {
		const folder = mkdtempSync(join(tmpdir(), 'voorzicht-bench-ledger-'));
		chmodSync(folder, 0o755);
		const server = await openEmbedded(join(folder, 'postgres'));
		try {
			const place = new Place(server, join(folder, 'checkpoint.jsonl'));
			await place.createDatabase('hot');
			const hot = await spend(place, 'hot', () => 'nederland');
			yield figure('spends a second on one account', hot.rate, '', { from: 200 }, `${SPENDS} spends`);
			yield figure('99 of 100 of them within', hot.p99, 'ms', { to: 250 });
			yield figure('processor time of one spend, without the server', hot.cpu, 'ms');

			await place.createDatabase('wide');
			const wide = await spend(place, 'wide', (i) => `gemeente ${i % MUNICIPALITIES}`);
			yield figure(`spends a second over ${MUNICIPALITIES} accounts`, wide.rate, '', { from: 200 }, `${SPENDS} spends`);
			yield figure('99 of 100 of them within', wide.p99, 'ms', { to: 250 });

			yield* drill(place);
		} finally {
			await server.close();
			rmSync(folder, { recursive: true, force: true });
		}
	}
};

class Place {
	readonly #server: EmbeddedServer;
	readonly #checkpoint: string;

	constructor(server: EmbeddedServer, checkpoint: string) {
		this.#server = server;
		this.#checkpoint = checkpoint;
	}

	open(database: string, checkpoint = database): Promise<Ledger> {
		const key = 'a key that only this measurement has';
		return openLedger(this.#server.url(database), { key, checkpoint: `${this.#checkpoint}.${checkpoint}` });
	}

	async createDatabase(name: string, template = 'template1'): Promise<void> {
		const client = new pg.Client({ connectionString: this.#server.url('postgres') });
		await client.connect();
		await client.query(`create database ${name} template ${template}`);
		await client.end();
	}

	copyCheckpoint(from: string, to: string): void {
		cpSync(`${this.#checkpoint}.${from}`, `${this.#checkpoint}.${to}`);
	}
}

/** All clients spend until the number is reached. */
async function spend(place: Place, database: string, lineage: (i: number) => string) {
	const books = await Promise.all(Array.from({ length: PROGRAMS }, () => place.open(database)));
	// Connections are made first: nobody asks for budget faster than a server makes them.
	const knock = (book: Ledger) => Promise.all([1, 2, 3, 4].map(() => book.officers()));
	await Promise.all(books.map(knock));
	const latencies: number[] = [];
	let next = 0;
	const client = async (book: Ledger) => {
		for (let i = next++; i < SPENDS; i = next++) {
			const start = process.hrtime.bigint();
			const { release } = await book.charge(requestOf(lineage(i), `delivery ${i}`));
			latencies.push(Number(process.hrtime.bigint() - start) / 1e6);
			await release();
		}
	};
	const time = await timed(() => Promise.all(Array.from({ length: CLIENTS }, (_, c) => client(books[c % PROGRAMS]!))));
	await Promise.all(books.map((book) => book.close()));
	latencies.sort((a, b) => a - b);
	return {
		rate: SPENDS / time.wall,
		p99: latencies[Math.ceil(0.99 * SPENDS) - 1]!,
		cpu: (1000 * time.cpu) / SPENDS
	};
}

/** An older backup takes the place of the ledger: it is noticed, two officers settle it, and everything is verified. */
async function* drill(place: Place) {
	await place.createDatabase('backup', 'hot');
	const { people, sign } = officers();
	const first = await place.open('backup', 'hot');
	await first.decide(await first.propose({ action: 'officers', officers: people }), []);
	await first.close();
	await place.createDatabase('restored', 'backup');
	place.copyCheckpoint('hot', 'drill');

	const newest = await place.open('backup', 'drill');
	for (let i = 0; i < 100; i++) {
		const { charge, release } = await newest.charge(requestOf('nederland', `after the backup ${i}`));
		charge.spend();
		await newest.store(charge, tables);
		await release();
	}
	const spent = (await newest.history()).accounts.map((account) => account.spent);
	await newest.close();

	const restored = await place.open('restored', 'drill');
	const noticed = await restored.charge(requestOf('nederland', 'too early')).then(
		() => 0,
		() => 1
	);
	yield figure('restored backups that were refused', noticed, 'of 1', { from: 1 });
	const settling = await timed(async () => {
		const statement = await restored.propose({ action: 'reconcile' });
		await restored.decide(statement, sign(statement));
	});
	yield figure('settling it, after two signatures', settling.wall, 's', { to: 60 }, `${SPENDS + 300} entries`);
	const verifying = await timed(() => restored.verify());
	yield figure('verifying the whole ledger', verifying.wall, 's', { to: 60 }, `${verifying.result.entries} entries`);
	yield figure('problems found in it', verifying.result.problems.length, '', { to: 0 });
	const after = (await restored.history()).accounts.map((account) => account.spent);
	const same = after.every((amount, i) => amount === spent[i]);
	yield figure('accounts with exactly what was spent before the backup was put back', same ? 1 : 0, 'of 1', {
		from: 1
	});
	await restored.close();
}
