import type { ClientBase } from 'pg';
import type { Findings } from './findings.ts';

const SPENDER = 'voorzicht_spender';

/** Who may do what, beside the owner of each thing. */
const RIGHTS_QUERY = `
	with ours as (select * from pg_class where relnamespace = to_regnamespace('ledger') and relkind = 'r'),
	granted as (
		select a.*, 'ledger.' || relname as what from ours, aclexplode(relacl) a where grantee <> relowner
		union all
		select a.*, 'ledger.' || relname || '.' || attname from ours join pg_attribute on attrelid = oid, aclexplode(attacl) a
		where grantee <> relowner
		union all
		select a.*, 'schema ledger' from pg_namespace, aclexplode(nspacl) a where nspname = 'ledger' and grantee <> nspowner)
	select coalesce(rolname, 'everybody') as who, privilege_type as may, what, is_grantable as "mayGrant"
	from granted left join pg_roles on pg_roles.oid = grantee`;

/** Everything by which the role of the program could do more than its rights say. */
const POWERS_QUERY = `
	with spender as (select * from pg_roles where rolname = '${SPENDER}')
	select 'is a superuser, or may pass by rules or make roles' as power from spender
	where rolsuper or rolbypassrls or rolcreaterole or rolreplication
	union all
	select 'has the rights of ' || roleid::regrole from pg_auth_members where member in (select oid from spender)
	union all
	select 'owns ' || what from spender join (
		select relowner as owner, 'ledger.' || relname as what from pg_class where relnamespace = to_regnamespace('ledger')
		union all select proowner, 'ledger.' || proname from pg_proc where pronamespace = to_regnamespace('ledger')
		union all select nspowner, 'schema ledger' from pg_namespace where nspname = 'ledger') things on owner = spender.oid`;

export async function verifyRights(client: ClientBase, found: Findings): Promise<void> {
	const rights = await client.query<{ who: string; may: string; what: string; mayGrant: boolean }>(RIGHTS_QUERY);
	for (const { who, may, what, mayGrant } of rights.rows) {
		const isReading = may === 'SELECT' || may === 'USAGE';
		const isSpending =
			who === SPENDER && (may === 'INSERT' || (may === 'UPDATE' && /^ledger\.account\.(cap|spent)$/.test(what)));
		if (!isReading && !isSpending) found.add(`${who} may ${may} ${what}, a right that no ledger gives`);
		else if (mayGrant) found.add(`${who} may let others ${may} ${what}`);
	}
	const powers = await client.query<{ power: string }>(POWERS_QUERY);
	for (const { power } of powers.rows) found.add(`${SPENDER} ${power}`);
}
