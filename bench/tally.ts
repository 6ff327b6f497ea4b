/** How often something holds. */
export class Tally {
	#holds = 0;
	#total = 0;

	add(holds: boolean): void {
		if (holds) this.#holds++;
		this.#total++;
	}

	get share(): number {
		return this.#holds / this.#total;
	}

	get text(): string {
		return `${this.#total.toLocaleString('en')} intervals`;
	}
}
