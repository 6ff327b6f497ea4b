import { createReadStream } from 'node:fs';
import { count, hash, record } from './checks.ts';
import { accountText, type Body, type Head, type Reconciled } from './entry.ts';
import { codeOf, UnreadableError } from './files.ts';
import { parseBody } from './grammar.ts';
import { GENESIS, sealOf } from './seal.ts';

/** What an entry adds to accounts, by their names. */
type Spending = readonly (readonly [account: string, amount: bigint])[];

export interface Line extends Head {
	readonly spending: Spending;
	readonly reconciled: Reconciled | null;
}

export interface Checkpoint {
	readonly file: string;
	/** The lines that count, in their order; null: there is no such file. */
	readonly lines: readonly Line[] | null;
	/** The file is damaged, or sealed with another key. */
	readonly problem: string | null;
}

/**
 * A line counts when it is the next entry after the last one that counted, or reconciles over that one. A sealed line for a
 * number that is taken is of a copy that came second and was refused, and so is what follows it. An unreadable line is the remains of a crash when one
 * that counts comes after it; a line without its end is being written.
 */
export async function readCheckpoint(file: string, key: string): Promise<Checkpoint> {
	const lines: Line[] = [];
	const spent = new Map<string, bigint>();
	const strangers = new Set<string>();
	let [last, torn, place]: [Head, number, number] = [{ number: 0, hash: GENESIS }, 0, 0];
	const damaged = (at: number) => ({
		file,
		lines,
		problem: `line ${at} of the checkpoint is damaged, or is sealed with another key`
	});
	try {
		for await (const text of linesOf(file)) {
			place++;
			const link = parseLine(text);
			if (link === null) {
				torn = place;
				continue;
			}
			const body = parseBody(link.body);
			if (typeof body === 'string' || body.number !== link.number || sealOf(link.prev, link.body, key) !== link.hash)
				return damaged(place);
			const follows = link.number === last.number + 1 && link.prev === last.hash;
			const joins = body.kind === 'reconciled' && body.over?.number === last.number && body.over.hash === last.hash;
			if (follows || joins) {
				last = { number: link.number, hash: link.hash };
				torn = 0;
				lines.push({ ...last, spending: spend(spent, body), reconciled: body.kind === 'reconciled' ? body : null });
			} else if (body.kind !== 'reconciled' && link.number > last.number && !strangers.has(link.prev))
				return damaged(torn > 0 ? torn : place);
			else strangers.add(link.hash);
		}
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return { file, lines: null, problem: null };
		throw new UnreadableError(
			`The checkpoint ${file} cannot be read (${codeOf(error)}). Check its path and its rights.`,
			{ cause: error }
		);
	}
	return torn > 0 ? damaged(torn) : { file, lines, problem: null };
}

interface Link extends Head {
	readonly prev: string;
	readonly body: string;
}

function parseLine(text: string): Link | null {
	try {
		const link: unknown = JSON.parse(text);
		const isLink = record({ number: count, prev: hash, hash, body: (value) => typeof value === 'string' })(link);
		return isLink && JSON.stringify(link) === text ? (link as Link) : null;
	} catch {
		return null;
	}
}

/** Whole lines of a file. */
async function* linesOf(file: string): AsyncGenerator<string> {
	let rest = '';
	for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
		const parts = (rest + chunk).split('\n');
		rest = parts.pop()!;
		yield* parts;
	}
}

/** What a line adds, and the new balances. */
function spend(spent: Map<string, bigint>, body: Body): Spending {
	const spending: [string, bigint][] = [];
	if (body.kind === 'charge')
		for (const scope of body.scopes) spending.push([accountText({ ...body, scope }), BigInt(body.amount)]);
	if (body.kind === 'reconciled')
		for (const adopted of body.accounts) {
			const name = accountText(adopted);
			spending.push([name, BigInt(adopted.spent) - (spent.get(name) ?? 0n)]);
		}
	for (const [name, amount] of spending) spent.set(name, (spent.get(name) ?? 0n) + amount);
	return spending;
}
