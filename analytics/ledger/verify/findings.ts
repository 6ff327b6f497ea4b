export interface Verification {
	readonly ok: boolean;
	/** Entries in the database. */
	readonly entries: number;
	/** One sentence each; the first ones are where to look. */
	readonly problems: readonly string[];
}

/** Problems in the order in which they are found; a ledger that is all wrong must not fill the memory with them. */
export class Findings {
	static readonly #most = 100;
	readonly #problems: string[] = [];
	#more = 0;
	/** False: tables or columns are missing, and nothing else can be asked. */
	isReadable = true;

	add(problem: string): void {
		if (this.#problems.length < Findings.#most) this.#problems.push(problem);
		else this.#more++;
	}

	verification(entries: number): Verification {
		const problems = [...this.#problems, ...(this.#more > 0 ? [`and ${this.#more} problems more`] : [])];
		return { ok: problems.length === 0, entries, problems };
	}
}
