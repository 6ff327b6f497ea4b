import { BEGINNING } from '../../../analytics/ledger/entry.ts';
import assert from 'node:assert/strict';
import pg from 'pg';
import { InputError, VoorzichtError } from '../../../analytics/errors.ts';
import { query, type Grounds } from '../grounds.ts';
import { freshPlace, measureOnce, open, request, using } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

// Numbers that are no amounts, in the layers below the command line, which other programs may reach.

export const ODD = [
	'NaN',
	'Infinity',
	'-Infinity',
	'-1',
	'-0.000000001',
	'-0',
	'0',
	'1e400',
	'1e-320',
	'0x1',
	'',
	' ',
	'1/0',
	'0/5',
	'1e308',
	'9223372036854775808',
	'9223372036854775807',
	'1,5',
	'１',
	'1n'
];
/** At most a nano: it costs one nano, rounded up. No amount is too small to be charged. */
export const TINY = new Set(['1e-320']);

export const inLayers: readonly Scenario[] = [
	{
		name: 'odd-amounts-ledger',
		fault: 'odd numbers and numbers that are no text to the ledger itself',
		oracle: 'refused; nothing is charged',
		short: true,
		run: inLedger
	},
	{
		name: 'odd-amounts-sql',
		fault: 'odd numbers in every amount column, as the role that spends and as the owner',
		oracle: 'refused by the database',
		short: true,
		run: inDatabase
	},
	{
		name: 'odd-amounts-restore',
		fault: 'odd numbers in the statements of officers',
		oracle: 'refused; nothing changes',
		short: true,
		run: inStatements
	}
];

async function inLedger(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'odd');
	const wrongKinds = [NaN, Infinity, -Infinity, -1, 0, -0, 2 ** 63, 1n, null, undefined, {}, []];
	await using(place, async (ledger) => {
		for (const rho of [...ODD.filter((text) => !TINY.has(text)), ...wrongKinds]) {
			const asked = { ...request('odd'), rho: rho as string };
			await assert.rejects(ledger.charge(asked), `charged rho ${String(rho)}`);
		}
		for (const cap of [...ODD.filter((text) => !TINY.has(text) && !/^(-?0|0\/5)$/.test(text)), ...wrongKinds]) {
			const wish = { lineage: 'odd', unit: 'person', scope: 'horizon', cap: cap as string } as const;
			await assert.rejects(ledger.open(wish), `opened with a cap of ${String(cap)}`);
		}
		assert.deepEqual((await ledger.history()).entries, []);
		await ledger.open({ lineage: 'population', unit: 'household', scope: 'horizon', cap: '1/1000000000' });
		await measureOnce(ledger, request('tiny', '1e-320'));
		const { accounts } = await ledger.history();
		assert.equal(accounts.find(({ scope }) => scope === 'horizon')?.spent, '0.000000001');
		await assert.rejects(ledger.charge(request('no room', '1e-320')), VoorzichtError);
	});
	await new Witness(place).check();
	return { cases: 2 * (ODD.length + wrongKinds.length) };
}

/** PostgreSQL itself reads '0x1' as the whole number 1, which is an amount. */
const LITERALS = [
	`'NaN'`,
	`'Infinity'`,
	`'-Infinity'`,
	'-1',
	`'1e400'`,
	`''`,
	'9223372036854775808',
	'1e308',
	`'NaN'::float8`,
	`'NaN'::numeric`,
	`'Infinity'::float8`,
	'null',
	'1000000000001'
];

async function inDatabase(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'odd');
	await using(place, (ledger) => measureOnce(ledger, request('a')));
	const before = await query(place.url, 'select * from ledger.account order by id');
	const client = new pg.Client({ connectionString: place.url });
	await client.connect();
	let cases = 0;
	try {
		for (const role of ['voorzicht_spender', 'voorzicht_owner']) {
			await client.query(`set role ${role}`);
			await client.query(`update ledger.account set cap = cap, spent = spent where scope = 'horizon'`);
			for (const literal of LITERALS)
				for (const statement of [
					`update ledger.account set spent = ${literal} where scope = 'horizon'`,
					`update ledger.account set cap = ${literal} where scope = 'horizon'`,
					`insert into ledger.account (lineage, unit, scope, cap) values ('odd', 'person', 'horizon', ${literal})`,
					`insert into ledger.account (lineage, unit, scope, cap, spent) values ('odd', 'person', 'horizon', 5, ${literal})`
				]) {
					await assert.rejects(client.query(statement), `${role}: ${statement}`);
					cases++;
				}
			// Less than what is spent, a cap below it, and more than the cap.
			for (const change of ['spent = spent - 1', 'cap = spent - 1', 'spent = cap + 1', 'spent = 0'])
				await assert.rejects(client.query(`update ledger.account set ${change} where scope = 'horizon'`), change);
		}
	} finally {
		await client.end();
	}
	assert.deepEqual(await query(place.url, 'select * from ledger.account order by id'), before);
	return { cases };
}

async function inStatements(grounds: Grounds): Promise<Counts> {
	const place = await freshPlace(grounds, 'odd');
	const account = { lineage: 'odd', unit: 'person', scope: 'horizon' } as const;
	const ledger = await open(place);
	const odd: unknown[] = [
		'NaN',
		'Infinity',
		'-1',
		'-0',
		'1e400',
		'0x1',
		'0b1',
		'',
		' ',
		'9223372036854775808',
		'1000000000001',
		'1.5',
		NaN,
		Infinity,
		-1,
		null,
		undefined,
		{},
		1.5,
		true,
		['1']
	];
	for (const to of odd)
		await assert.rejects(
			ledger.decide({ action: 'cap', ...account, from: null, to: to as string, after: BEGINNING }, []),
			`a statement set a cap to ${String(to)}`
		);
	await assert.rejects(ledger.decide({ action: 'anything' } as never, []));
	await assert.rejects(ledger.propose({ action: 'cap', ...account, cap: 'NaN' }), InputError);
	assert.deepEqual((await ledger.history()).accounts, []);
	await ledger.close();
	return { cases: odd.length };
}
