import type { Published } from './db.ts';
import type { Version } from './page-cache/version.ts';

/** Answers kept of a question about a region tree: each release may have a tree of its own. */
export const TREES = 32;

type Asker = () => Promise<Version>;
type Question<Details extends readonly unknown[], Answer> = (db: Published, ...details: Details) => Promise<Answer>;

const askers = new WeakMap<Published, Asker>();

/** From here on, what is kept of the answers of this database is kept for as long as it has the same publication. */
export function keepWhile(db: Published, publication: Asker): void {
	askers.set(db, publication);
}

/**
 * A question of which the answers are kept until the next publication; those asked for longest ago go. Only for what is never
 * corrected, such as the regions of a tree: a page may be made of it together with figures that came a second later.
 * @param most answers kept at once
 */
export function keptPerPublication<Details extends readonly unknown[], Answer>(
	ask: Question<Details, Answer>,
	most: number
): Question<Details, Answer> {
	const kept = new WeakMap<Published, Answers<Answer>>();
	return async (db, ...details) => {
		const version = (await askers.get(db)?.()) ?? null;
		if (version === null) return ask(db, ...details);
		let answers = kept.get(db);
		if (answers?.version !== version) kept.set(db, (answers = new Answers(version, most)));
		return answers.get(JSON.stringify(details), () => ask(db, ...details));
	};
}

/** Whoever reads an answer reads the one that others read too. */
function frozen<Answer>(answer: Answer): Answer {
	Object.freeze(answer);
	return answer;
}

class Answers<Answer> {
	readonly version: string;
	readonly #most: number;
	readonly #answers = new Map<string, Promise<Answer>>();

	constructor(version: string, most: number) {
		this.version = version;
		this.#most = most;
	}

	get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
		const answer = this.#answers.get(key) ?? ask().then(frozen);
		// A Map remembers the order in which keys came: the latest asked for comes last.
		this.#answers.delete(key);
		this.#answers.set(key, answer);
		for (const oldest of this.#answers.keys()) {
			if (this.#answers.size <= this.#most) break;
			this.#answers.delete(oldest);
		}
		// What could not be read is read again when it is next asked for.
		answer.catch(() => this.#answers.get(key) === answer && this.#answers.delete(key));
		return answer;
	}
}
