/** Where in the ledger a charge stands; goes into the manifest of the release. */
export interface Receipt {
	/** Number of the ledger entry. */
	readonly entry: number;
	/** Hash of the ledger entry, hex. */
	readonly hash: string;
	readonly lineage: string;
	/** ISO 8601, UTC. */
	readonly chargedAt: string;
}

/** Proof of one durable charge. It pays for one measurement: noise is drawn once for each charge. */
export class Charge implements Receipt {
	readonly entry: number;
	readonly hash: string;
	readonly lineage: string;
	readonly chargedAt: string;
	#state: 'fresh' | 'spent';

	constructor(receipt: Receipt, state: 'fresh' | 'spent') {
		this.entry = receipt.entry;
		this.hash = receipt.hash;
		this.lineage = receipt.lineage;
		this.chargedAt = receipt.chargedAt;
		this.#state = state;
	}

	get isSpent(): boolean {
		return this.#state === 'spent';
	}

	/** @throws Error the second time, and for a charge whose answer is stored already. */
	spend(): void {
		if (this.#state === 'spent') throw new Error(`the charge of ledger entry ${this.entry} is spent already`);
		this.#state = 'spent';
	}
}
