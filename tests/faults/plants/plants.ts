/** A text that stands in a file exactly once, and what a careless hand would have written there. */
export interface Edit {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

/** A fault of the ledger. */
export interface Plant {
	readonly name: string;
	readonly edits: readonly Edit[];
}

const LEDGER = 'analytics/ledger';
const FIRST = 'migrations/ledger/20261122-ledger.ts';
const SECOND = 'migrations/ledger/20261123-nested-accounts.ts';

const plant = (name: string, ...edits: [file: string, from: string, to: string][]): Plant => ({
	name,
	edits: edits.map(([file, from, to]) => ({ file: file.includes('/') ? file : `${LEDGER}/${file}`, from, to }))
});

export const plants: readonly Plant[] = [
	plant('no lock on the chain', ['chain.ts', '; select pg_advisory_lock(${CHAIN_LOCK})`', '`']),
	plant('no transaction around a charge', ['chain.ts', `'begin isolation level read committed; set local`, `'set`]),
	plant('an amount is rounded down', [
		'amount.ts',
		'(numerator * NANO + denominator - 1n) / denominator',
		'(numerator * NANO) / denominator'
	]),
	plant(
		'no bounds, in the program and in the database',
		['accounts.ts', 'if (short !== undefined)', 'if (short === null)'],
		['accounts.ts', ' and $4::bigint <= cap - spent', ''],
		[FIRST, 'check (spent between 0 and cap)', 'check (spent >= 0)']
	),
	plant('a charge is given before its commit', [
		'chain.ts',
		`const { command } = await client.query('commit');`,
		`void client.query('commit');\n		const command = String('COMMIT');`
	]),
	plant('no line in the checkpoint', ['chain.ts', '			await this.journal.add(draft.links);\n', '']),
	plant('a line in the checkpoint before the commit', [
		'chain.ts',
		`await commit(client, draft, () => work(draft));\n			await this.journal.add(draft.links);`,
		'await commit(client, draft, () => work(draft).then(() => this.journal.add(draft.links)));'
	]),
	plant('the checkpoint is not compared', [
		'chain.ts',
		`if (typeof missed === 'string') throw`,
		`if (typeof missed === 'number') throw`
	]),
	plant('an older database is taken for the ledger', [
		'chain.ts',
		'if (hash === null) return',
		'if (hash === null) return []; else if (hash === GENESIS) return'
	]),
	plant('an older checkpoint is brought up to date', [
		'chain.ts',
		`kindOf(link) !== 'open'`,
		`kindOf(link) === 'officers'`
	]),
	plant('whoever comes second has the number too', [
		'journal.ts',
		'if (this.#head.hash !== last.hash)',
		'if (this.#head.number < last.number)'
	]),
	plant('a line is added to what a crash left', ['journal.ts', `\${this.#torn ? '\\n' : ''}`, '']),
	plant('the seal needs no key', ['entry.ts', `createHmac('sha256', key)`, `createHmac('sha256', '')`]),
	plant('only the widest account pays', [
		'ledger.ts',
		'const scopes = requestScopes(request);',
		'const scopes = requestScopes(request).slice(0, 1);'
	]),
	plant('no account of the project', ['scopes.ts', `...(project === null ? [] : [\`project:\${project}\`])`, '']),
	plant('only the first year pays', [
		'scopes.ts',
		'return [...years].sort((a, b) => a - b);',
		'return [...years].sort((a, b) => a - b).slice(0, 1);'
	]),
	plant(
		'a refund when nothing was stored',
		[
			'ledger.ts',
			'this.#grants.delete(charge);',
			`this.#grants.delete(charge);\n		if (!grant.answered) await grant.client.query('update ledger.account set spent = 0');`
		],
		[FIRST, 'or new.spent < old.spent', 'or false']
	),
	plant('the delivery is no part of the request', [
		'request.ts',
		'[planHash, lineage, unit, period, snapshot]))',
		'[planHash, lineage, unit, period]))'
	]),
	plant('fresh noise for a request that has its answer', [
		'ledger.ts',
		'stored: answer?.tables ?? null',
		'stored: null'
	]),
	plant('a charge can be spent twice', [
		'charge.ts',
		`if (this.#state === 'spent') throw`,
		`if (this.#state !== 'spent' && this.#state !== 'fresh') throw`
	]),
	plant('an answer is stored that was never paid for', ['ledger.ts', ' || !charge.isSpent', '']),
	plant('an answer is stored under another request', [
		'ledger.ts',
		'insertTables(client, grant.key,',
		`insertTables(client, grant.key.replace(/./, '0'),`
	]),
	plant('the entry of an answer without the answer', [
		'ledger.ts',
		'				await insertTables(client, grant.key, charge.entry, encoded);\n',
		''
	]),
	plant('entries can be changed', [
		FIRST,
		'before update or delete or truncate on ledger.entry',
		'before truncate on ledger.entry'
	]),
	plant('the program may change entries', [
		SECOND,
		'grant select, insert on all tables',
		'grant select, insert, update on all tables'
	]),
	plant('the program works as the owner', ['open.ts', ', role: SPENDER', '']),
	plant('what is no amount costs a little', [
		'amount.ts',
		"		throw new InputError('A budget is an exact",
		`		if (error !== null) return Rational.parse('1/1000');\n		throw new InputError('A budget is an exact`
	]),
	plant('a server that forgets will do', ['open.ts', 'if (rows.length > 0)', 'if (rows.length > 3)']),
	plant('one officer is enough', ['statement.ts', 'export const QUORUM = 2', 'export const QUORUM = 1']),
	plant('one officer signs twice', [
		'statement.ts',
		'if (good.length >= QUORUM) return good;',
		'if (good.length > 0 && approvals.length >= QUORUM) return good;'
	]),
	plant('signatures are not looked at', [
		'statement.ts',
		'officer === name && isSigned(statement, signature, key)',
		'officer === name && signature !== key'
	]),
	plant('a cap is raised by anybody', [
		'decide.ts',
		'return BigInt(statement.to) > (',
		'return BigInt(statement.to) < ('
	]),
	plant('what was lost is not adopted', [
		'reconcile.ts',
		'const spent = (known?.spent ?? 0n) + amount;',
		'const spent = known?.spent ?? amount;'
	])
];
