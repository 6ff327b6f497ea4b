import type { ClientBase } from 'pg';
import type { Dice } from './dice.ts';
import type { DatabaseMutation } from './kind.ts';

const TABLES = ['account', 'entry', 'measurement', 'noisy_table'];
const TRIGGERS = [
	['account', 'append_only'],
	['account', 'append_only_truncate'],
	['entry', 'append_only'],
	['entry', 'linked'],
	['measurement', 'append_only'],
	['noisy_table', 'append_only']
] as const;

/** One statement of a list, with what it is about filled in. */
const oneOf =
	(...statements: ((dice: Dice) => string)[]) =>
	(client: ClientBase, dice: Dice) =>
		client.query(dice.pick(statements)(dice));

const onTrigger = (statement: (table: string, trigger: string) => string) => (dice: Dice) => {
	const [table, trigger] = dice.pick(TRIGGERS);
	return statement(table, trigger);
};
const onTable = (statement: (table: string) => string) => (dice: Dice) => statement(dice.pick(TABLES));

const harmless = (name: string) =>
	`create or replace function ledger.${name}() returns trigger language plpgsql as $$ begin return new; end $$`;

const functions = ['refuse_change', 'guard_account', 'guard_entry'];

async function dropConstraint(client: ClientBase, dice: Dice): Promise<void> {
	const { rows } = await client.query<{ name: string; of: string; definition: string; type: string }>(
		`select conname as name, conrelid::regclass::text as of, pg_get_constraintdef(oid) as definition, contype as type
		from pg_constraint where connamespace = 'ledger'::regnamespace and contype <> 'n' order by 1, 2`
	);
	const { name, of, definition, type } = dice.pick(rows);
	await client.query(`alter table ${of} drop constraint ${name} cascade`);
	// A check that is there by name, and checks something else or not all rows.
	if (type === 'c' && dice.int(2) === 0)
		await client.query(
			`alter table ${of} add constraint ${name} ${dice.pick([`${definition} not valid`, 'check (true)'])}`
		);
}

export const schemaMutations: readonly DatabaseMutation[] = [
	{
		kind: 'a trigger is switched off',
		of: 'schema',
		apply: oneOf(
			onTrigger((table, trigger) => `alter table ledger.${table} disable trigger ${trigger}`),
			onTrigger((table, trigger) => `alter table ledger.${table} enable trigger ${trigger}`),
			onTrigger((table, trigger) => `alter table ledger.${table} enable replica trigger ${trigger}`),
			onTrigger((table, trigger) => `drop trigger ${trigger} on ledger.${table}`),
			onTrigger((table, trigger) => `alter trigger ${trigger} on ledger.${table} rename to other`),
			onTable((table) => `alter table ledger.${table} disable trigger all`),
			() =>
				'alter table ledger.noisy_table disable trigger all; alter table ledger.noisy_table enable always trigger append_only'
		)
	},
	{
		kind: 'a trigger is added',
		of: 'schema',
		apply: (client, dice) =>
			client.query(
				`create function public.nothing() returns trigger language plpgsql as $$ begin return null; end $$;
				create trigger nothing before insert on ledger.${dice.pick(TABLES)} for each row execute function public.nothing()`
			)
	},
	{
		kind: 'a function is changed',
		of: 'schema',
		apply: oneOf(
			(dice) => harmless(dice.pick(functions)),
			(dice) => `alter function ledger.${dice.pick(functions)} security definer`,
			(dice) => `alter function ledger.${dice.pick(functions)} set search_path = public`,
			() => 'alter function ledger.guard_entry reset search_path',
			(dice) => `alter function ledger.${dice.pick(functions)} rename to other`,
			() => harmless('another')
		)
	},
	{ kind: 'a constraint is dropped', of: 'schema', apply: dropConstraint },
	{
		kind: 'a column is changed',
		of: 'schema',
		apply: oneOf(
			(dice) =>
				`alter table ledger.account alter column ${dice.pick(['cap', 'spent'])} type ${dice.pick(['numeric', 'float8'])}`,
			(dice) =>
				`alter table ledger.entry alter column ${dice.pick(['body', 'hash', 'kind', 'prev_hash'])} drop not null`,
			(dice) => `alter table ledger.noisy_table alter column ${dice.pick(['counts', 'id', 'sigma2'])} drop not null`,
			(dice) => `alter table ledger.account alter column spent set default ${-dice.int(1000) - 1}`,
			() => 'alter table ledger.account alter column id drop identity',
			onTable((table) => `alter table ledger.${table} add column other text`),
			() => 'alter table ledger.entry rename column attempt to other'
		)
	},
	{
		kind: 'a table is changed',
		of: 'schema',
		apply: oneOf(
			onTable((table) => `alter table ledger.${table} enable row level security`),
			onTable((table) => `create table public.child () inherits (ledger.${table})`),
			onTable((table) => `create rule nothing as on insert to ledger.${table} do instead nothing`),
			(dice) => `alter table ledger.${dice.pick(['account', 'noisy_table'])} set unlogged`,
			onTable((table) => `alter table ledger.${table} rename to other`),
			onTable((table) => `create view ledger.other as select * from ledger.${table}`),
			onTable((table) => `drop table ledger.${table} cascade`),
			() => 'drop schema ledger cascade'
		)
	},
	{
		kind: 'a right is given',
		of: 'schema',
		apply: oneOf(
			(dice) =>
				`grant ${dice.pick(['update', 'delete', 'truncate', 'trigger', 'references'])} on ledger.${dice.pick(TABLES)} to ${dice.pick(['voorzicht_spender', 'public'])}`,
			onTable((table) => `grant insert on ledger.${table} to public`),
			(dice) => `grant update (${dice.pick(['scope', 'lineage', 'id'])}) on ledger.account to voorzicht_spender`,
			onTable((table) => `grant select on ledger.${table} to voorzicht_spender with grant option`),
			() => 'grant create on schema ledger to voorzicht_spender'
		)
	},
	{
		kind: 'the role gets powers',
		of: 'schema',
		apply: oneOf(
			(dice) => `alter role voorzicht_spender ${dice.pick(['superuser', 'bypassrls', 'createrole', 'replication'])}`,
			(dice) =>
				`grant ${dice.pick(['pg_write_all_data', 'pg_maintain', 'pg_execute_server_program'])} to voorzicht_spender`,
			onTable((table) => `alter table ledger.${table} owner to voorzicht_spender`),
			(dice) => `alter function ledger.${dice.pick(functions)} owner to voorzicht_spender`
		)
	}
];
