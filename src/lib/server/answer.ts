import { error, isHttpError, isRedirect } from '@sveltejs/kit';
import { database } from './db.ts';
import type { Published } from './db.ts';
import { keepWhile } from './per-publication.ts';
import { publicationNow } from './publication.ts';

/** Runs a page's questions; when the database cannot answer, the visitor gets the page that says so, and no detail. */
export async function answer<T>(questions: (db: Published) => Promise<T>): Promise<T> {
	try {
		const db = database();
		keepWhile(db, publicationNow);
		return await questions(db);
	} catch (cause) {
		if (isHttpError(cause) || isRedirect(cause) || isDefect(cause)) throw cause;
		process.stderr.write(`figures unavailable: ${cause instanceof Error ? cause.name : 'unknown'}${codeOf(cause)}\n`);
		error(503, { message: 'unavailable', kind: 'unavailable' });
	}
}

/** A fault of our own program, not of the database: it says so, and is looked for. */
const isDefect = (cause: unknown) =>
	[TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => cause instanceof kind);

function codeOf(cause: unknown): string {
	const code = (cause as { code?: unknown } | null)?.code;
	return typeof code === 'string' ? ` ${code}` : '';
}
