import type { ClientBase } from 'pg';
import { insertEntry, link, sealWith, sha256, type Seal, type WrittenLink } from '../ledger-writer.ts';
import type { Sample } from '../ledger-sample.ts';
import type { Dice } from './dice.ts';
import type { DatabaseMutation } from './kind.ts';

/** What somebody without the key can seal with: no key, an empty one, another one, or the key of the entry before. */
const forgers: readonly Seal[] = [
	(prev, body) => sha256(`${prev}\n${body}`),
	(prev, body) => sha256(body),
	sealWith(''),
	sealWith('a key that somebody guessed'),
	(prev, body) => sealWith(prev)(prev, body)
];

interface Account {
	readonly name: readonly [lineage: string, unit: string, scope: string];
	spent: bigint;
	cap: bigint;
}

/** What entries add up to, so that a forger's accounts agree with them. */
function balancesOf(links: readonly WrittenLink[]): Account[] {
	const accounts = new Map<string, Account>();
	const at = (lineage: string, unit: string, scope: string): Account => {
		const name = JSON.stringify([lineage, unit, scope]);
		const account = accounts.get(name) ?? { name: [lineage, unit, scope] as const, spent: 0n, cap: 0n };
		accounts.set(name, account);
		return account;
	};
	for (const { body } of links) {
		const entry = JSON.parse(body);
		if (entry.kind === 'open') at(entry.lineage, entry.unit, entry.scope).cap = BigInt(entry.cap);
		if (entry.kind === 'charge')
			for (const scope of entry.scopes) at(entry.lineage, entry.unit, scope).spent += BigInt(entry.amount);
		if (entry.kind === 'reconciled')
			for (const { lineage, unit, scope, spent, cap } of entry.accounts)
				Object.assign(at(lineage, unit, scope), { spent: BigInt(spent), cap: BigInt(cap) });
	}
	return [...accounts.values()];
}

/** The whole ledger becomes these entries, with accounts and answers that agree with them. */
async function replace(client: ClientBase, links: readonly WrittenLink[]): Promise<void> {
	await client.query('delete from ledger.entry');
	for (const entry of links) await insertEntry(client, entry);
	await client.query('delete from ledger.account');
	for (const { name, spent, cap } of balancesOf(links))
		await client.query('insert into ledger.account (lineage, unit, scope, spent, cap) values ($1, $2, $3, $4, $5)', [
			...name,
			spent,
			cap
		]);
	for (const table of ['noisy_table', 'measurement'])
		await client.query(
			`delete from ledger.${table} where key not in (select key from ledger.entry where kind = 'measured')`
		);
}

function resealed(links: readonly WrittenLink[], from: number, change: (fields: object) => object, seal: Seal) {
	const chain = links.slice(0, from);
	for (const [i, { body }] of links.slice(from).entries()) {
		const fields = JSON.parse(body);
		chain.push(
			link(chain.at(-1) ?? null, { ...fields, ...(i === 0 ? change(fields) : {}), number: from + i + 1 }, seal)
		);
	}
	return chain;
}

/** Somebody makes an entry more comfortable. */
function eased(fields: object): object {
	const { kind } = fields as { kind: string };
	if (kind === 'open') return { cap: '1000000000000' };
	if (kind === 'charge') return { rho: '1/1000000000', amount: '1' };
	if (kind === 'measured') return { tables: sha256('another answer') };
	if (kind === 'bundle') return { manifest: sha256('another bundle') };
	return { approvals: [] };
}

async function forge(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	const bodies = links.map(({ body }) => JSON.parse(body) as { kind: string });
	const copied = dice.pick(bodies.filter(({ kind }) => kind !== 'measured'));
	await replace(client, [...links, link(links.at(-1)!, { ...copied, ...eased(copied) }, dice.pick(forgers))]);
}

async function rechain(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	await replace(client, resealed(links, dice.int(links.length), eased, dice.pick(forgers)));
}

/** A digit of a body becomes another one, and everything stays well-formed. */
async function editBody(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	const { number, body } = dice.pick(links);
	const digits = [...body.matchAll(/\d/g)].map(({ index }) => index);
	const at = dice.pick(digits);
	const other = dice.pick([...'0123456789'].filter((digit) => digit !== body[at]));
	const changed = body.slice(0, at) + other + body.slice(at + 1);
	await client.query('update ledger.entry set body = $2 where number = $1', [number, changed]);
}

/** The program itself sealed an entry for this place, in a copy of the database. */
async function splice(client: ClientBase, dice: Dice, { links, key }: Sample): Promise<void> {
	const at = dice.int(links.length);
	const other = {
		kind: 'open',
		lineage: 'nederland',
		unit: 'person',
		scope: 'year:2030',
		cap: '2500000000',
		approvals: []
	};
	await replace(client, links.with(at, link(links[at - 1] ?? null, other, sealWith(key))));
}

/** An entry is taken out and the rest closes up. */
async function closeUp(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	const gone = dice.int(links.length);
	const left = links.filter((_, i) => i !== gone);
	await replace(
		client,
		resealed(left, Math.min(gone, left.length - 1), () => ({}), dice.pick(forgers))
	);
}

async function reorder(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	const [a, b] = dice.two(links.length).map((i) => links[i]!.number);
	await client.query(
		'update ledger.entry set number = case number when $1::bigint then $2::bigint else $1 end where number in ($1, $2)',
		[a, b]
	);
}

async function shift(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	await client.query('update ledger.entry set number = number + $2 where number >= $1', [
		1 + dice.int(links.length),
		dice.pick([1, 7, -1])
	]);
}

async function cutTail(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	await client.query('delete from ledger.entry where number > $1', [dice.int(links.length)]);
}

async function putBack(client: ClientBase, dice: Dice, { links }: Sample): Promise<void> {
	await replace(client, links.slice(0, dice.int(links.length)));
}

async function giveBack(client: ClientBase, dice: Dice): Promise<void> {
	const { rows } = await client.query<{ id: number }>('select id from ledger.account order by id');
	const change = dice.pick([
		'spent = 0',
		'spent = spent / 2',
		'spent = spent - 1',
		'cap = 1000000000000',
		'cap = cap + 1'
	]);
	await client.query(`update ledger.account set ${change} where id = any($1)`, [
		Array.from({ length: 1 + dice.int(3) }, () => dice.pick(rows).id)
	]);
}

export const entryMutations: readonly DatabaseMutation[] = [
	{ kind: 'entries change places', of: 'rows', apply: reorder },
	{ kind: 'numbers are shifted', of: 'rows', apply: shift },
	{ kind: 'the last entries are cut off', of: 'rows', apply: cutTail },
	{ kind: 'an older state is put back', of: 'rows', apply: putBack },
	{ kind: 'a body is edited', of: 'rows', apply: editBody },
	{ kind: 'an entry is exchanged for one of a copy', of: 'rows', apply: splice },
	{ kind: 'an entry is forged', of: 'rows', apply: forge },
	{ kind: 'an entry is edited and the rest sealed anew', of: 'rows', apply: rechain },
	{ kind: 'an entry is taken out and the rest sealed anew', of: 'rows', apply: closeUp },
	{ kind: 'budget is given back', of: 'rows', apply: giveBack }
];
