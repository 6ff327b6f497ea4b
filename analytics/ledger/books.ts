import { BEGINNING, type AccountName, type Body, type Head, type Link, type Officer } from './entry.ts';

/** nano-rho */
export interface Position extends AccountName {
	readonly spent: bigint;
	readonly cap: bigint;
}

/** What entries add up to: every account, and who answers for the budget. */
export class Books {
	readonly #accounts = new Map<string, Position>();
	/** The last decision about the cap of each account, since there are these officers. */
	readonly #decided = new Map<string, Head>();
	#officers: readonly Officer[] = [];
	#appointed: Head = BEGINNING;

	static of(links: readonly Link[]): Books {
		const books = new Books();
		for (const link of links) books.enter(link);
		return books;
	}

	get accounts(): Position[] {
		return [...this.#accounts.values()];
	}

	get officers(): readonly Officer[] {
		return this.#officers;
	}

	/** The entry that named the officers. */
	get appointed(): Head {
		return this.#appointed;
	}

	/** The last entry that decided about the cap of an account, or about who decides: what a new decision comes after. */
	decided(account: AccountName): Head {
		return this.#decided.get(nameText(account)) ?? this.#appointed;
	}

	account({ lineage, unit, scope }: AccountName): Position | undefined {
		return this.#accounts.get(nameText({ lineage, unit, scope }));
	}

	enter({ number, hash, body: text }: Link): void {
		const body = JSON.parse(text) as Body;
		switch (body.kind) {
			case 'open':
				this.#set(body, this.account(body)?.spent ?? 0n, BigInt(body.cap));
				this.#decided.set(nameText(body), { number, hash });
				break;
			case 'charge':
				for (const scope of body.scopes) {
					const account = { lineage: body.lineage, unit: body.unit, scope };
					const { spent, cap } = this.account(account) ?? { spent: 0n, cap: 0n };
					this.#set(account, spent + BigInt(body.amount), cap);
				}
				break;
			case 'officers':
				this.#appoint(body.officers, { number, hash });
				break;
			case 'reconciled':
				for (const account of body.accounts) this.#set(account, BigInt(account.spent), BigInt(account.cap));
				this.#appoint(body.officers, { number, hash });
				break;
			case 'measured':
			case 'bundle':
		}
	}

	#appoint(officers: readonly Officer[], at: Head): void {
		this.#officers = officers;
		this.#appointed = at;
		this.#decided.clear();
	}

	#set({ lineage, unit, scope }: AccountName, spent: bigint, cap: bigint): void {
		this.#accounts.set(nameText({ lineage, unit, scope }), { lineage, unit, scope, spent, cap });
	}
}

/** An account as one text, to look it up by. */
export function nameText({ lineage, unit, scope }: AccountName): string {
	return JSON.stringify([lineage, unit, scope]);
}
