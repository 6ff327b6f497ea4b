import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk, KEY, key, openAll, request, tables, type Write } from '../../tests/database/ledger-desk.ts';
import {
	approvals,
	chargeFields,
	insertEntry,
	link,
	openFields,
	requestKey,
	sealWith,
	sha256,
	signer,
	type Fields,
	type LedgerWriter,
	type WrittenLink
} from '../../tests/database/ledger-writer.ts';

const [anna, bart, cor] = [signer('anna'), signer('bart'), signer('cor')];

let desk: Desk;
beforeAll(async () => {
	desk = await Desk.open();
});
afterAll(() => desk.close());

type Case = [what: string, write: Write, problem: RegExp];
const wrongFields = /^entry \d+ has not exactly the fields/;
const add = (fields: Fields) => (writer: LedgerWriter) => writer.add(fields);
const amounts = [
	'NaN',
	'Infinity',
	'-1',
	'-0',
	'0',
	'1e9',
	'1e400',
	'05',
	'1.0',
	' 5',
	'',
	'0x1',
	'9223372036854775808',
	5,
	null
];

const caps = ['-1', '1000000000001', '1e3', 'NaN', 7];

/** Someone with the key writes a charge, in a ledger whose accounts are open. */
const charged =
	(changes: object, before: Write = openAll) =>
	async (writer: LedgerWriter) => {
		await before(writer);
		await writer.charge(request, changes);
	};

/** Someone with the key lets an answered request be followed by other entries. */
const answered =
	(...after: Fields[]) =>
	async (writer: LedgerWriter) => {
		await openAll(writer);
		await writer.measure(key, await writer.charge(request), tables);
		for (const fields of after) await writer.add(fields);
	};

const withOfficers =
	(then: Write, officers = [anna.officer, bart.officer]) =>
	async (writer: LedgerWriter) => {
		await openAll(writer);
		await writer.add({ kind: 'officers', officers, approvals: [] });
		await then(writer);
	};

type Signers = (typeof anna)[];
const headOf = ({ hash, number }: WrittenLink) => ({ hash, number });
const raise = {
	action: 'cap',
	after: {},
	from: '10000000000',
	lineage: 'nederland',
	scope: 'horizon',
	to: '20000000000',
	unit: 'person'
};
const raised = (signers: Signers, to = raise.to) =>
	withOfficers((writer) => {
		const signed = approvals({ ...raise, after: headOf(writer.last!) }, signers);
		return writer.open('nederland', 'person', 'horizon', to, signed);
	});
const plain = ({ officer: { key, name } }: typeof anna) => ({ key, name });
const appoint = { action: 'officers', after: {}, from: [anna, bart].map(plain), to: [bart, cor].map(plain) };
const appointed = (signers: Signers, officers: unknown[] = [bart.officer, cor.officer]) =>
	withOfficers((writer) => {
		const signed = approvals({ ...appoint, after: headOf(writer.last!) }, signers);
		return writer.add({ kind: 'officers', officers, approvals: signed });
	});

/** A reconciliation of a checkpoint that was lost, unless changed. */
const reconciled = (changes: object = {}, accounts: (rows: object[]) => object[] = (rows) => rows) =>
	withOfficers(async (writer) => {
		const { rows } = await desk.client.query(
			`select lineage, unit, scope, '0' as amount, spent::text, cap::text from ledger.account order by id`
		);
		const { hash, number } = writer.last!;
		const statement = { action: 'reconcile', checkpoint: null, database: { hash, number } };
		const signed = approvals(statement, [anna, bart]);
		const officers = [anna.officer, bart.officer];
		const fields = { kind: 'reconciled', over: null, since: 0, accounts: accounts(rows), officers, approvals: signed };
		await writer.add({ ...fields, ...changes });
	});

it.each<[string, Write]>([
	['an account that opens by default', withOfficers((w) => w.open('almelo', 'person', 'year:2023', '2500000000'))],
	['a lower cap without a signature', raised([], '1')],
	['a higher cap that two officers signed', raised([anna, bart])],
	['new officers whom two of the old ones signed', appointed([bart, anna])],
	['a reconciliation that two officers signed', reconciled()],
	[
		'a request that was paid for twice, and answered once',
		async (w) => {
			await openAll(w);
			await w.charge(request);
			await w.measure(key, await w.charge(request, { attempt: 2 }), tables);
		}
	],
	['a cost as a decimal', charged({ rho: '0.0000000011', amount: '2' })]
])('finds nothing wrong with %s', async (_what, write) => {
	expect(await desk.problemsOf(write)).toEqual([]);
});

it.each<Case>([
	...amounts.map((amount): Case => [
		`an amount of ${JSON.stringify(amount)}`,
		add({ ...chargeFields(request), amount }),
		wrongFields
	]),
	...caps.map((cap): Case => [`a cap of ${JSON.stringify(cap)}`, add(openFields({ cap })), wrongFields]),
	['a field too many', add(openFields({ extra: 1 })), wrongFields],
	['a field too few', add(openFields({ approvals: undefined })), wrongFields],
	['a scope that is none', add(openFields({ scope: 'year:23' })), wrongFields],
	['a number that is none', add({ ...chargeFields(request), attempt: '1' }), wrongFields],
	[
		'a number that is left out',
		async (w) => {
			await w.add(openFields());
			await insertEntry(desk.client, link({ ...w.last!, number: 5 }, openFields(), sealWith(KEY)));
		},
		/^entry 6 stands where entry 2 belongs/
	],
	['a kind that is none', add(openFields({ kind: 'refund' })), /is of no known kind/],
	['a charge of an account that nobody opened', charged({}, async () => undefined), /never opened \(horizon\)/],
	[
		'a charge above the cap',
		charged({}, async (w) => {
			await openAll(w);
			await w.open('nederland', 'person', 'year:2023', '49999999');
		}),
		/above its cap \(year:2023\)/
	],
	['a scope charged twice', charged({ scopes: ['horizon', 'horizon', 'programme:dashboard'] }), /in this order/],
	['scopes in another order', charged({ scopes: ['horizon', 'programme:dashboard', 'year:2023'] }), /in this order/],
	['a charge that passes by the horizon', charged({ scopes: ['year:2023', 'programme:dashboard'] }), /in this order/],
	['a charge of less than the cost', charged({ amount: '49999999' }), /another amount than its cost/],
	['a charge of more than the cost', charged({ amount: '50000001' }), /another amount than its cost/],
	['a cost that is no number', charged({ rho: 'NaN' }), /another amount than its cost/],
	['a cost over nothing', charged({ rho: '1/0' }), /another amount than its cost/],
	['a charge under the key of another', charged({ key: 'b'.repeat(64) }), /another key than its plan/],
	['an attempt that is left out', charged({ attempt: 2 }), /is attempt 2 of its request, after 0/],
	['a second answer', answered({ kind: 'measured', key, charge: 4, tables: sha256('x') }), /second answer/],
	[
		'an answer that another charge paid for',
		async (w) => {
			await openAll(w);
			await w.charge(request);
			await w.measure(requestKey({ ...request, snapshot: 'x' }), 4, tables);
		},
		/did not pay for/
	],
	['an answer before its charge', async (w) => w.measure(key, 1, tables), /did not pay for/],
	[
		'a bundle of another charge',
		answered({ kind: 'bundle', key, charge: 3, manifest: sha256('x') }),
		/without an answer/
	],
	['a single officer', withOfficers(async () => undefined, [anna.officer]), /no two officers/],
	[
		'one key under two names',
		withOfficers(async () => undefined, [anna.officer, { ...anna.officer, name: 'x' }]),
		/no two officers/
	],
	[
		'a key that is none',
		withOfficers(async () => undefined, [anna.officer, { name: 'x', key: 'AAAA' }]),
		/no two officers/
	],
	['a higher cap without signatures', raised([]), /raises a cap without two/],
	['a higher cap that one officer signed twice', raised([anna, anna]), /raises a cap without two/],
	['a higher cap that a stranger signed', raised([anna, cor]), /raises a cap without two/],
	['signatures under another cap', raised([anna, bart], '30000000000'), /raises a cap without two/],
	['a lower cap with a signature under another', raised([anna], '1'), /signature that is not/],
	[
		'a project without signatures',
		withOfficers((w) => w.open('nederland', 'person', 'project:x', '1')),
		/raises a cap without two/
	],
	[
		'a cap below what is spent',
		async (w) => {
			await charged({})(w);
			await w.open('nederland', 'person', 'horizon', '49999999');
		},
		/below what is spent/
	],
	['new officers without the old ones', appointed([]), /without two of those before/],
	['new officers who sign for themselves', appointed([bart, cor]), /without two of those before/],
	['a reconciliation without signatures', reconciled({ approvals: [] }), /reconciles without two/],
	['a reconciliation from an entry to come', reconciled({ since: 9 }), /was not there/],
	[
		'a reconciliation with other officers',
		reconciled({ officers: [anna.officer, bart.officer, cor.officer] }),
		/replaces the officers/
	],
	['a reconciliation that forgets an account', reconciled({}, (rows) => rows.slice(1)), /every account once/],
	[
		'a reconciliation that adds up to less',
		reconciled({}, ([row, ...rows]) => [{ ...row, amount: '5' }, ...rows]),
		/another sum/
	],
	[
		'a reconciliation that raises a cap',
		reconciled({}, ([row, ...rows]) => [{ ...row, cap: '1000000000000' }, ...rows]),
		/raises a cap while/
	]
])('finds %s, although it is sealed with the key', async (_what, write, problem) => {
	const problems = await desk.problemsOf(async (writer) => {
		await desk.client.query(`
			alter table ledger.entry drop constraint entry_kind_check, drop constraint entry_check;
			alter table ledger.account drop constraint account_check;
			alter table ledger.measurement drop constraint measurement_entry_fkey;
			drop trigger linked on ledger.entry`);
		await write(writer);
	});
	expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
});

it.each([
	['white space', (body: string) => ` ${body}`],
	['a name that is there twice', (body: string) => body.replace('"cap"', '"cap":"0","cap"')],
	['another way to write a number', (body: string) => body.replace('"number":1', '"number":1e0')]
])('finds a body with %s, although it is sealed with the key', async (_what, change) => {
	const write = async () => {
		const { number, prev, body } = link(null, openFields(), sealWith(KEY));
		await insertEntry(desk.client, { number, prev, body: change(body), hash: sealWith(KEY)(prev, change(body)) });
	};
	expect((await desk.problemsOf(write)).join()).toContain('canonical form');
});
