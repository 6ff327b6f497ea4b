import type { ClientBase } from 'pg';
import type { Dice } from './dice.ts';
import type { DatabaseMutation } from './kind.ts';

type Type = 'text' | 'bigint' | 'bytea';

/** Every column but `account.id`: no rule and no reader of the ledger looks at it. */
const TABLES: Readonly<Record<string, readonly (readonly [column: string, type: Type])[]>> = {
	entry: [
		['number', 'bigint'],
		['kind', 'text'],
		['key', 'text'],
		['attempt', 'bigint'],
		['body', 'text'],
		['prev_hash', 'text'],
		['hash', 'text']
	],
	account: [
		['lineage', 'text'],
		['unit', 'text'],
		['scope', 'text'],
		['cap', 'bigint'],
		['spent', 'bigint']
	],
	measurement: [
		['key', 'text'],
		['entry', 'bigint']
	],
	noisy_table: [
		['key', 'text'],
		['number', 'bigint'],
		['id', 'text'],
		['sigma2', 'text'],
		['counts', 'bytea']
	]
};

const names = Object.keys(TABLES);

async function placesOf(client: ClientBase, table: string): Promise<string[]> {
	const { rows } = await client.query<{ place: string }>(
		`select ctid::text as place from ledger.${table} order by ctid`
	);
	return rows.map(({ place }) => place);
}

/** One cell: a character, a number or a byte, or nothing at all. */
async function editCell(client: ClientBase, dice: Dice, table: string): Promise<void> {
	const [column, type] = dice.pick(TABLES[table]!);
	const place = dice.pick(await placesOf(client, table));
	const { rows } = await client.query<{ value: string | null }>(
		`select ${type === 'bytea' ? `encode(${column}, 'hex')` : `${column}::text`} as value from ledger.${table} where ctid = $1::tid`,
		[place]
	);
	const value = rows[0]!.value;
	const changed = dice.int(8) === 0 ? null : edited(value ?? '', type, dice);
	await client.query(
		`update ledger.${table} set ${column} = ${type === 'bytea' ? `decode($2, 'hex')` : `$2::${type}`} where ctid = $1::tid`,
		[place, changed]
	);
}

function edited(value: string, type: Type, dice: Dice): string {
	if (type === 'bigint') {
		const number = BigInt(value === '' ? 0 : value);
		return dice.pick([number + 1n, number - 1n, -number, number * 10n, number + 2n ** 31n, 2n ** 63n - 1n]).toString();
	}
	if (type === 'text') return dice.typo(value, /^[0-9a-f]{64}$/.test(value) ? '0123456789abcdef' : undefined);
	const bytes = Buffer.from(value, 'hex');
	const change = dice.int(4);
	if (change === 0) return bytes.subarray(0, -8).toString('hex');
	if (change === 1) return Buffer.concat([bytes, Buffer.alloc(8)]).toString('hex');
	bytes[dice.int(bytes.length)]! ^= 1 << dice.int(8);
	return bytes.toString('hex');
}

async function deleteRows(client: ClientBase, dice: Dice, table: string): Promise<void> {
	const places = await placesOf(client, table);
	const doomed = Array.from({ length: 1 + dice.int(3) }, () => dice.pick(places));
	await client.query(`delete from ledger.${table} where ctid = any($1::tid[])`, [doomed]);
}

async function doubleRow(client: ClientBase, dice: Dice, table: string): Promise<void> {
	const columns = TABLES[table]!.map(([column]) => column).join(', ');
	const place = dice.pick(await placesOf(client, table));
	await client.query(
		`insert into ledger.${table} (${columns}) select ${columns} from ledger.${table} where ctid = $1::tid`,
		[place]
	);
}

/** Two rows exchange what they have in one column, or in two. */
async function swapCells(client: ClientBase, dice: Dice, table: string): Promise<void> {
	const places = await placesOf(client, table);
	const [a, b] = dice.two(places.length).map((i) => places[i]!);
	const columns = new Set([dice.pick(TABLES[table]!)[0], dice.pick(TABLES[table]!)[0]]);
	const sets = [...columns].map((column) => `${column} = other.${column}`).join(', ');
	await client.query(
		`update ledger.${table} as t set ${sets} from ledger.${table} as other
		where (t.ctid = $1::tid and other.ctid = $2::tid) or (t.ctid = $2::tid and other.ctid = $1::tid)`,
		[a, b]
	);
}

/** What can be done to the rows of any table. */
export const cellMutations: readonly DatabaseMutation[] = [
	...names.map((table) => ({
		kind: `a cell of ${table} is edited`,
		of: 'rows' as const,
		apply: (client: ClientBase, dice: Dice) => editCell(client, dice, table)
	})),
	{ kind: 'rows are deleted', of: 'rows', apply: (client, dice) => deleteRows(client, dice, dice.pick(names)) },
	{ kind: 'a row is doubled', of: 'rows', apply: (client, dice) => doubleRow(client, dice, dice.pick(names)) },
	{ kind: 'rows exchange cells', of: 'rows', apply: (client, dice) => swapCells(client, dice, dice.pick(names)) }
];
