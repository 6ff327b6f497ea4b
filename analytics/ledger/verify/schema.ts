import type { ClientBase } from 'pg';
import type { Findings } from './findings.ts';

/** Every object of the schema in one line of text. A function's body is told by its hash, whatever its white space. */
const SCHEMA_QUERY = `
	with ours as (select oid, relname, relkind, relpersistence, relrowsecurity from pg_class
		where relnamespace = to_regnamespace('ledger') and relkind not in ('i', 'S', 't'))
	select format('table %s, kind %s, %s%s', relname, relkind, case relpersistence when 'p' then 'logged' else 'unlogged' end,
		case when relrowsecurity then ', with policies that hide rows' end) as fact from ours
	union all
	select format('column %s.%s %s%s%s%s%s', relname, attname, format_type(atttypid, atttypmod),
		case when attnotnull then ' not null' end, case attidentity when '' then null else ' identity ' || attidentity::text end,
		case attgenerated when '' then null else ' generated' end, ' default ' || pg_get_expr(adbin, adrelid))
	from ours join pg_attribute on attrelid = ours.oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
	where attnum > 0 and not attisdropped
	union all
	select format('constraint %s on %s: %s', conname, relname, pg_get_constraintdef(c.oid))
	from ours join pg_constraint c on conrelid = ours.oid where contype <> 'n'
	union all
	select format('trigger %s, enabled %s', regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER ', ''), tgenabled)
	from ours join pg_trigger t on tgrelid = ours.oid where not tgisinternal
	union all
	select format('switched off: the reference of %s', conname) from pg_trigger t join pg_constraint c on c.oid = tgconstraint
	where tgisinternal and tgenabled <> 'O' and (tgrelid in (select oid from ours) or tgconstrrelid in (select oid from ours))
	union all
	select format('rule %s on %s', rulename, relname) from ours join pg_rewrite on ev_class = ours.oid where relkind = 'r'
	union all
	select format('inheritance of %s', relname) from ours join pg_inherits on ours.oid in (inhparent, inhrelid)
	union all
	select format('function %s(%s)%s%s, body %s', proname, pg_get_function_identity_arguments(p.oid),
		case when prosecdef then ' as its owner' end, ', ' || array_to_string(proconfig, ', '),
		encode(sha256(convert_to(btrim(regexp_replace(prosrc, '\\s+', ' ', 'g')), 'UTF8')), 'hex'))
	from pg_proc p where pronamespace = to_regnamespace('ledger')`;

/** The answer of that query on a database that the migrations made; a test compares. */
const SCHEMA: readonly string[] = [
	'column account.cap bigint not null',
	'column account.id integer not null identity a',
	'column account.lineage text not null',
	'column account.scope text not null',
	'column account.spent bigint not null default 0',
	'column account.unit text not null',
	'column entry.attempt integer',
	'column entry.body text not null',
	'column entry.hash text not null',
	'column entry.key text',
	'column entry.kind text not null',
	'column entry.number bigint not null',
	'column entry.prev_hash text not null',
	'column measurement.entry bigint not null',
	'column measurement.key text not null',
	'column noisy_table.counts bytea not null',
	'column noisy_table.id text not null',
	'column noisy_table.key text not null',
	'column noisy_table.number integer not null',
	'column noisy_table.sigma2 text not null',
	"constraint account_cap_check on account: CHECK (((cap >= 0) AND (cap <= '1000000000000'::bigint)))",
	'constraint account_check on account: CHECK (((spent >= 0) AND (spent <= cap)))',
	'constraint account_lineage_unit_scope_key on account: UNIQUE (lineage, unit, scope)',
	'constraint account_pkey on account: PRIMARY KEY (id)',
	"constraint account_scope_check on account: CHECK (((scope = 'horizon'::text) OR (scope ~ '^year:[0-9]{4}$'::text) OR (scope ~ '^(programme|project):[a-z0-9][a-z0-9-]{0,63}$'::text)))",
	"constraint account_unit_check on account: CHECK ((unit = ANY (ARRAY['person'::text, 'household'::text])))",
	'constraint entry_attempt_check on entry: CHECK ((attempt >= 1))',
	"constraint entry_check on entry: CHECK ((((kind = ANY (ARRAY['charge'::text, 'measured'::text, 'bundle'::text])) = (key IS NOT NULL)) AND ((kind = 'charge'::text) = (attempt IS NOT NULL))))",
	'constraint entry_hash_key on entry: UNIQUE (hash)',
	'constraint entry_key_attempt_key on entry: UNIQUE (key, attempt)',
	"constraint entry_key_check on entry: CHECK ((key ~ '^[0-9a-f]{64}$'::text))",
	"constraint entry_kind_check on entry: CHECK ((kind = ANY (ARRAY['open'::text, 'charge'::text, 'measured'::text, 'bundle'::text, 'officers'::text, 'reconciled'::text])))",
	'constraint entry_number_check on entry: CHECK ((number >= 1))',
	'constraint entry_pkey on entry: PRIMARY KEY (number)',
	'constraint entry_prev_hash_key on entry: UNIQUE (prev_hash)',
	'constraint measurement_entry_fkey on measurement: FOREIGN KEY (entry) REFERENCES ledger.entry(number)',
	'constraint measurement_entry_key on measurement: UNIQUE (entry)',
	'constraint measurement_pkey on measurement: PRIMARY KEY (key)',
	'constraint noisy_table_key_fkey on noisy_table: FOREIGN KEY (key) REFERENCES ledger.measurement(key)',
	'constraint noisy_table_pkey on noisy_table: PRIMARY KEY (key, number)',
	'function guard_account(), search_path=pg_catalog, body 09ff610b5df716d12a822c40f7b1a2e9aff3a4cae0acfca7c7845be5466f2daa',
	'function guard_entry(), search_path=pg_catalog, body a2d9b507c49940bca724c87c3570db40e786256ab3911ebe0eb1e3aca597590b',
	'function refuse_change(), search_path=pg_catalog, body c73e72f8393199b8c89cefbeb788bff932a15a2e84290c83f080d92169dee014',
	'table account, kind r, logged',
	'table entry, kind r, logged',
	'table measurement, kind r, logged',
	'table noisy_table, kind r, logged',
	'trigger append_only BEFORE DELETE OR UPDATE ON ledger.account FOR EACH ROW EXECUTE FUNCTION ledger.guard_account(), enabled A',
	'trigger append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.measurement FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.noisy_table FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger append_only_truncate BEFORE TRUNCATE ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change(), enabled A',
	'trigger linked BEFORE INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.guard_entry(), enabled A'
];

export async function verifySchema(client: ClientBase, found: Findings): Promise<void> {
	const { rows } = await client.query<{ fact: string }>(SCHEMA_QUERY);
	const facts = new Set(rows.map(({ fact }) => fact));
	found.isReadable = facts.size > 0;
	if (!found.isReadable)
		return found.add('there is no ledger in this database: the tables of a ledger are in the schema ledger');
	const missing = SCHEMA.filter((fact) => !facts.has(fact));
	const strange = [...facts].filter((fact) => !SCHEMA.includes(fact));
	for (const fact of missing) found.add(`the database has not, as the ledger has it: ${fact}`);
	for (const fact of strange) found.add(`the database has what no ledger has: ${fact}`);
	found.isReadable = !missing.some((fact) => /^(table|column) /.test(fact));
}
