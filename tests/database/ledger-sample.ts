import type { ClientBase } from 'pg';
import {
	approvals,
	chargeFields,
	LedgerWriter,
	lineOf,
	link,
	requestKey,
	sealWith,
	sha256,
	signer,
	type Request,
	type Signer,
	type Table,
	type WrittenLink
} from './ledger-writer.ts';

export interface Sample {
	readonly key: string;
	/** Every entry of the database. */
	readonly links: readonly WrittenLink[];
	/** Text of the checkpoint. */
	readonly checkpoint: string;
	readonly signers: readonly Signer[];
}

export const SAMPLE_KEY = 'a key that only this test knows';

const POPULATIONS = [
	{ lineage: 'nederland', unit: 'household' },
	{ lineage: 'nederland', unit: 'person' },
	{ lineage: 'Almelo en Hengelo, "samen"', unit: 'person' }
];
const YEARS = ['2021', '2022', '2023'];
const CAPS = { horizon: '10000000000', year: '2500000000', 'programme:dashboard': '6000000000' };

const requestOf = (population: number, year: string): Request => ({
	...POPULATIONS[population]!,
	period: year,
	snapshot: `delivery of ${year}`,
	planHash: sha256(`${population} ${year}`)
});

const tablesOf = (seed: number): Table[] => [
	{ id: 'all', sigma2: `${seed + 10}/1`, counts: [seed, -3, 2 ** 53 - 1, 1 - 2 ** 53] },
	{ id: 'gemeente.sex', sigma2: '7/2', counts: [12 - seed, 0, seed] },
	{ id: 'land', sigma2: '1/3', counts: [seed * 1000] }
];

const headOf = ({ hash, number }: WrittenLink) => ({ hash, number });

const cap = (
	after: WrittenLink,
	from: string | null,
	scope: string,
	to: string,
	{ lineage, unit } = POPULATIONS[0]!
) => ({
	action: 'cap',
	after: headOf(after),
	from,
	lineage,
	scope,
	to,
	unit
});

const plain = (signers: readonly Signer[]) => signers.map(({ officer: { key, name } }) => ({ key, name }));

/**
 * A ledger with something of everything: three populations, charges that were answered and one that was not, bundles, officers
 * who raised caps and were replaced, entries that the database lost and that were reconciled, and, in the checkpoint, the line
 * of a copy that came second and the remains of a crash. The database has the ledger's schema and no entries.
 */
export async function writeSample(client: ClientBase): Promise<Sample> {
	const writer = new LedgerWriter(client, SAMPLE_KEY);
	const [first, second, third] = [signer('A. de Vries'), signer('B. Jansen'), signer('C. Bakker')];
	await openAccounts(writer);
	await release(writer, requestOf(0, '2021'), 1);
	await release(writer, requestOf(1, '2021'), 2);
	await writer.add({ kind: 'officers', officers: [first.officer, second.officer], approvals: [] });
	await decide(writer, [first, second, third]);
	// A crash after the charge: paid for, never answered, and paid for again.
	const again = requestOf(0, '2022');
	await writer.charge(again);
	await release(writer, again, 3, 2);
	await loseAndReconcile(client, writer, [second, third]);
	for (const [i, population] of [0, 1, 2].entries())
		for (const year of ['2022', '2023'])
			if (population !== 0 || year !== '2022')
				await release(writer, requestOf(population, year), 10 * i + Number(year));
	const { lineage, unit } = POPULATIONS[0]!;
	await writer.open(lineage, unit, 'year:2021', '300000000');
	return { key: SAMPLE_KEY, links: writer.links, checkpoint: checkpointOf(writer), signers: [second, third] };
}

async function openAccounts(writer: LedgerWriter): Promise<void> {
	for (const { lineage, unit } of POPULATIONS) {
		await writer.open(lineage, unit, 'horizon', CAPS.horizon);
		for (const year of YEARS) await writer.open(lineage, unit, `year:${year}`, CAPS.year);
		await writer.open(lineage, unit, 'programme:dashboard', CAPS['programme:dashboard']);
	}
}

/** A charge, its answer, and a bundle or two that were made of it. */
async function release(writer: LedgerWriter, request: Request, seed: number, attempt = 1): Promise<void> {
	const key = requestKey(request);
	const charge = await writer.charge(request, { attempt });
	await writer.measure(key, charge, tablesOf(seed));
	for (let bundle = 0; bundle < 1 + (seed % 2); bundle++)
		await writer.add({ kind: 'bundle', key, charge, manifest: sha256(`manifest ${seed} ${bundle}`) });
}

/** Two officers raise a cap, open a project, and make place for another officer. */
async function decide(writer: LedgerWriter, [first, second, third]: [Signer, Signer, Signer]): Promise<void> {
	const { lineage, unit } = POPULATIONS[0]!;
	const both = [first, second];
	const appointed = writer.last!;
	const raise = cap(appointed, CAPS.horizon, 'horizon', '11000000000');
	await writer.open(lineage, unit, 'horizon', raise.to, approvals(raise, both));
	const project = cap(appointed, null, 'project:schulden', '100000000');
	await writer.open(lineage, unit, project.scope, project.to, approvals(project, both));
	const request = { ...requestOf(0, '2021'), snapshot: 'for the project' };
	const scopes = ['horizon', 'year:2021', 'programme:dashboard', project.scope];
	await writer.charge(request, { rho: '0.0333333333', amount: '33333334', scopes });
	const statement = { action: 'officers', after: headOf(appointed), from: plain(both), to: plain([second, third]) };
	const officers = [second.officer, third.officer];
	await writer.add({ kind: 'officers', officers, approvals: approvals(statement, both) });
}

/** The database is put back to before two entries that the checkpoint has; two officers take them over. */
async function loseAndReconcile(client: ClientBase, writer: LedgerWriter, officers: readonly Signer[]): Promise<void> {
	const since = writer.last!;
	const request = { ...requestOf(1, '2022'), snapshot: 'lost' };
	const seen = writer.lose(chargeFields(request), {
		kind: 'measured',
		key: requestKey(request),
		charge: since.number + 1,
		tables: sha256('lost')
	});
	const scopes = ['horizon', 'year:2022', 'programme:dashboard'];
	const isLost = 'lineage = $2 and unit = $3 and scope = any($4)';
	const amount = `case when ${isLost} then $1::bigint else 0 end`;
	const values = ['50000000', request.lineage, request.unit, scopes];
	const { rows } = await client.query(
		`update ledger.account set spent = spent + ${amount}
		returning lineage, unit, scope, (${amount})::text as amount, spent::text, cap::text`,
		values
	);
	const over = { hash: seen.hash, number: seen.number };
	const statement = {
		action: 'reconcile',
		checkpoint: over,
		database: { hash: since.hash, number: since.number }
	};
	await writer.add({
		kind: 'reconciled',
		over: { number: over.number, hash: over.hash },
		since: since.number,
		accounts: rows,
		officers: officers.map(({ officer }) => officer),
		approvals: approvals(statement, officers)
	});
}

/** The lines, with one of a copy that came second and one that a crash cut short before it was written again. */
function checkpointOf({ lines, links }: LedgerWriter): string {
	const open = { kind: 'open', ...POPULATIONS[0]!, scope: 'year:2024', cap: '1', approvals: [] };
	const second = lineOf(link(links[19]!, open, sealWith(SAMPLE_KEY)));
	const torn = lines[9]!.slice(0, 70);
	return [...lines.slice(0, 9), `${torn}\n`, ...lines.slice(9, 21), second, ...lines.slice(21)].join('');
}
