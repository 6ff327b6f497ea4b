import { sql } from 'kysely';

/**
 * The two texts that anybody needs to check a bundle, as they stand in its files: the periods of a series share them. What is
 * not the text of its hash is not taken. Releases of before have none.
 */
export const bundles = [
	sql`create table store.bundle (
		hash text primary key check (hash = encode(sha256(convert_to(manifest, 'UTF8')), 'hex')),
		manifest text not null,
		signature text not null
	)`,
	sql`create trigger never before update or delete or truncate on store.bundle
		for each statement execute function store.refuse()`,
	sql`alter table store.bundle enable always trigger never`,
	sql`create view published.bundle as
		select b.hash, b.manifest, b.signature
		from store.bundle b
		where exists (select from store.release r where r.bundle_hash = b.hash and r.state in ('published', 'superseded'))`
];

export const noBundles = [sql`drop view published.bundle`, sql`drop table store.bundle`];
