import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { databaseOf, freshDatabase, query } from '../../grounds.ts';
import { freshPlace, measureOnce, open, request, using } from '../../place.ts';
import { OUTSIDE, type Parts } from './part.ts';

const SPENDER = 'voorzicht_spender';

export const guarded: Parts = {
	'entries are sealed with the key, over the one before': async (grounds) => {
		const place = await freshPlace(grounds, 'seal');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		const entries = await query<{ body: string; prev_hash: string; hash: string }>(
			place.url,
			'select body, prev_hash, hash from ledger.entry order by number'
		);
		let before = '0'.repeat(64);
		for (const { body, prev_hash, hash } of entries) {
			assert.equal(prev_hash, before);
			assert.equal(hash, createHmac('sha256', place.key).update(`${before}\n${body}`).digest('hex'));
			before = hash;
		}
		await using({ ...place, key: 'another key of sixteen' }, (ledger) =>
			assert.rejects(ledger.charge(request('b')), OUTSIDE)
		);
	},
	'nobody changes what is written, and the program could not': async (grounds) => {
		const place = await freshPlace(grounds, 'rights');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		for (const table of ['entry', 'measurement', 'noisy_table'])
			for (const right of ['update', 'delete', 'truncate']) {
				const [row] = await query<{ may: boolean }>(place.url, 'select has_table_privilege($1, $2, $3) as may', [
					SPENDER,
					`ledger.${table}`,
					right
				]);
				assert.equal(row!.may, false, `the program may ${right} ${table}`);
			}
		for (const change of [
			`update ledger.entry set body = body`,
			`delete from ledger.entry`,
			`truncate ledger.entry cascade`,
			`update ledger.measurement set entry = entry`,
			`update ledger.noisy_table set counts = counts`,
			`update ledger.account set spent = spent - 1`,
			`update ledger.account set spent = cap + 1`,
			`delete from ledger.account`
		])
			await assert.rejects(query(place.url, change), `as the owner: ${change}`);
		await query(place.url, `create table public.who (name text); grant insert on public.who to public`);
		await query(
			place.url,
			`create function public.note_who() returns trigger language plpgsql as $$ begin insert into public.who values (current_user); return new; end $$`
		);
		await query(
			place.url,
			`create trigger who before update on ledger.account for each row execute function public.note_who()`
		);
		await using(place, (ledger) => measureOnce(ledger, request('b')));
		const names = await query<{ name: string }>(place.url, 'select distinct name from public.who');
		assert.deepEqual(names, [{ name: SPENDER }]);
	},
	'a server that may forget is refused': async (grounds) => {
		const place = await freshPlace(grounds, 'durable');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		await query(place.url, `alter database ${databaseOf(place.url)} set synchronous_commit = off`);
		await assert.rejects(open(place), OUTSIDE);
	},
	'verify sees what the owner of the database changes': async (grounds) => {
		const place = await freshPlace(grounds, 'verify');
		await using(place, (ledger) => measureOnce(ledger, request('a')));
		for (const [change, passes] of CHANGES) {
			const changed = { ...place, url: await freshDatabase(grounds, place.url) };
			await query(changed.url, [...TRIGGERS.map(off), change, ...TRIGGERS.map(on)].join('; '));
			const { ok, problems } = await using(changed, (ledger) => ledger.verify());
			assert.equal(ok, passes, `${change}: ${problems.join('; ')}`);
		}
	}
};

/** What the owner does behind the triggers' back, and whether verify may pass afterwards. */
const CHANGES: readonly (readonly [string, boolean])[] = [
	['select 1', true],
	[`update ledger.entry set body = replace(body, '"amount":"1000000"', '"amount":"1"') where kind = 'charge'`, false],
	[`update ledger.account set spent = spent - 1 where scope = 'horizon'`, false],
	['update ledger.noisy_table set counts = set_byte(counts, 0, 255 - get_byte(counts, 0))', false],
	['delete from ledger.entry where number = (select max(number) from ledger.entry)', false]
];
const TRIGGERS = ['account append_only', 'entry append_only', 'noisy_table append_only'].map((one) => one.split(' '));
const off = ([table, trigger]: string[]) => `alter table ledger.${table} disable trigger ${trigger}`;
const on = ([table, trigger]: string[]) => `alter table ledger.${table} enable always trigger ${trigger}`;
