import type { AccountName, Body, Link, Officer } from './entry.ts';

/** nano-rho */
export interface Position extends AccountName {
	readonly spent: bigint;
	readonly cap: bigint;
}

/** What entries add up to: every account, and who answers for the budget. */
export class Books {
	readonly #accounts = new Map<string, Position>();
	#officers: readonly Officer[] = [];

	static of(links: readonly Link[]): Books {
		const books = new Books();
		for (const { body } of links) books.#enter(JSON.parse(body) as Body);
		return books;
	}

	get accounts(): Position[] {
		return [...this.#accounts.values()];
	}

	get officers(): readonly Officer[] {
		return this.#officers;
	}

	account({ lineage, unit, scope }: AccountName): Position | undefined {
		return this.#accounts.get(nameText({ lineage, unit, scope }));
	}

	#enter(body: Body): void {
		switch (body.kind) {
			case 'open':
				this.#set(body, this.account(body)?.spent ?? 0n, BigInt(body.cap));
				break;
			case 'charge':
				for (const scope of body.scopes) {
					const account = { lineage: body.lineage, unit: body.unit, scope };
					const { spent, cap } = this.account(account) ?? { spent: 0n, cap: 0n };
					this.#set(account, spent + BigInt(body.amount), cap);
				}
				break;
			case 'officers':
				this.#officers = body.officers;
				break;
			case 'reconciled':
				for (const account of body.accounts) this.#set(account, BigInt(account.spent), BigInt(account.cap));
				this.#officers = body.officers;
				break;
			case 'measured':
			case 'bundle':
		}
	}

	#set({ lineage, unit, scope }: AccountName, spent: bigint, cap: bigint): void {
		this.#accounts.set(nameText({ lineage, unit, scope }), { lineage, unit, scope, spent, cap });
	}
}

function nameText({ lineage, unit, scope }: AccountName): string {
	return JSON.stringify([lineage, unit, scope]);
}
