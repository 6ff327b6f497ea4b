import { MOST_AMOUNT, MOST_CAP } from './amounts.ts';
import {
	base64,
	count,
	countOrNone,
	hash,
	integer,
	listOf,
	name,
	orNull,
	record,
	scope,
	text,
	time,
	unit,
	type Check
} from './checks.ts';
import type { Body } from './entry.ts';

const account = { lineage: name, unit, scope };
const head = record({ number: countOrNone, hash });
const officers = listOf(record({ name, key: base64 }));
const approvals = listOf(record({ officer: name, signature: base64 }));

/** The fields of each kind of entry, beside `number`, `at` and `kind`. */
const KINDS: Readonly<Record<Body['kind'], Readonly<Record<string, Check>>>> = {
	open: { ...account, cap: integer(0n, MOST_CAP), approvals },
	charge: {
		key: hash,
		attempt: count,
		lineage: name,
		unit,
		period: name,
		snapshot: name,
		planHash: hash,
		description: text,
		rho: text,
		amount: integer(1n, MOST_AMOUNT),
		scopes: listOf(scope)
	},
	measured: { key: hash, charge: count, tables: hash },
	bundle: { key: hash, charge: count, manifest: hash },
	officers: { officers, approvals },
	reconciled: {
		over: orNull(head),
		since: countOrNone,
		accounts: listOf(
			record({
				...account,
				amount: integer(0n, MOST_AMOUNT),
				spent: integer(0n, MOST_CAP),
				cap: integer(0n, MOST_CAP)
			})
		),
		officers,
		approvals
	}
};

/** The body of an entry, or a sentence that says what is wrong with it. */
export function parseBody(json: string): Body | string {
	let body: unknown;
	try {
		body = JSON.parse(json);
		if (JSON.stringify(body) !== json) return 'is not written in its one canonical form';
	} catch {
		return 'holds no JSON';
	}
	const kind = typeof body === 'object' && body !== null ? Reflect.get(body, 'kind') : null;
	if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return 'is of no known kind';
	const fields = KINDS[kind as Body['kind']];
	if (!record({ number: count, at: time, kind: text, ...fields })(body))
		return `has not exactly the fields of an entry "${kind}", each of its type and within its bounds`;
	return body as Body;
}
