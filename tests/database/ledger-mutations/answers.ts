import type { ClientBase } from 'pg';
import type { Dice } from './dice.ts';
import type { DatabaseMutation } from './kind.ts';

async function keysOf(client: ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ key: string }>('select key from ledger.measurement order by key');
	return rows.map(({ key }) => key);
}

/** Two requests exchange their tables, or all that is stored for them. */
async function swapAnswers(client: ClientBase, dice: Dice): Promise<void> {
	const keys = await keysOf(client);
	const [a, b] = dice.two(keys.length).map((i) => keys[i]!);
	for (const table of dice.pick([['noisy_table'], ['noisy_table', 'measurement'], ['measurement']]))
		await client.query(
			`update ledger.${table} set key = case key when $1::text then $2::text else $1 end where key in ($1, $2)`,
			[a, b]
		);
}

async function reorderTables(client: ClientBase, dice: Dice): Promise<void> {
	const key = dice.pick(await keysOf(client));
	const change = dice.pick(['2 - number', '(number + 1) % 3', 'number + 1', 'number * 2']);
	await client.query(`update ledger.noisy_table set number = ${change} where key = $1`, [key]);
}

/** New noise on an answer that was given: the average of the two would tell more than was paid for. */
async function drawAgain(client: ClientBase, dice: Dice): Promise<void> {
	const key = dice.pick(await keysOf(client));
	await client.query(
		`update ledger.noisy_table set counts = set_byte(counts, $2, (get_byte(counts, $2) + $3) % 256) where key = $1`,
		[key, 8 * dice.int(1) + dice.int(8), 1 + dice.int(255)]
	);
}

/** An answer to a charge that never got one, or a second one. */
async function forgeAnswer(client: ClientBase, dice: Dice): Promise<void> {
	const { rows } = await client.query<{ number: string; key: string }>(
		`select number, key from ledger.entry where kind = 'charge'
			and (key not in (select key from ledger.measurement)) = $1 order by number`,
		[dice.int(2) === 0]
	);
	const { number, key } = dice.pick(rows);
	const from = dice.pick(await keysOf(client));
	if (dice.int(2) === 0)
		await client.query('insert into ledger.measurement (key, entry) values ($1, $2)', [key, number]);
	await client.query(
		`insert into ledger.noisy_table (key, number, id, sigma2, counts)
		select $1, number + $3, id, sigma2, counts from ledger.noisy_table where key = $2`,
		[key, from, dice.int(4)]
	);
}

export const answerMutations: readonly DatabaseMutation[] = [
	{ kind: 'answers are exchanged', of: 'rows', apply: swapAnswers },
	{ kind: 'the tables of an answer are renumbered', of: 'rows', apply: reorderTables },
	{ kind: 'an answer gets other noise', of: 'rows', apply: drawAgain },
	{ kind: 'an answer is forged', of: 'rows', apply: forgeAnswer }
];
