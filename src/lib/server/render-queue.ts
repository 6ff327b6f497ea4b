/** Pages made at once: while the database works for one, another is drawn. */
const AT_ONCE = 4;
/** Of those, for one network: whoever comes next then starts at once. */
const EACH = 2;
/** Pages that one network may have waiting: a whole office at nine o'clock, not a machine that asks for every region there is. */
const WAITING = 60;

/**
 * Turns for making pages that are not kept. Making one takes some hundredths of a second of the only thread, so whoever asks
 * thousands would make everybody wait. Networks take turns, and each waits for its own pages only.
 */
export class RenderQueue {
	/** Those who wait, by network; the network whose turn it is comes first. */
	readonly #waiting = new Map<string, (() => void)[]>();
	readonly #busy = new Map<string, number>();
	#made = 0;
	#idle: (() => void)[] = [];

	/** Runs `work` when it is this network's turn; undefined, at once, when it has too much waiting already. */
	take<T>(network: string, work: () => Promise<T>): Promise<T> | undefined {
		const queue = this.#waiting.get(network) ?? [];
		if (queue.length >= WAITING) return undefined;
		this.#waiting.set(network, queue);
		const turn = new Promise<void>((start) => queue.push(start));
		this.#next();
		return turn.then(work).finally(() => this.#done(network));
	}

	/** When nothing is made and nobody waits: for work that no visitor asked for. */
	async idle(): Promise<void> {
		if (this.#made > 0) await new Promise<void>((resume) => this.#idle.push(resume));
	}

	#next(): void {
		while (this.#made < AT_ONCE) {
			const network = this.#whoseTurn();
			if (network === undefined) return;
			const queue = this.#waiting.get(network)!;
			const start = queue.shift()!;
			// It comes last in the next round.
			this.#waiting.delete(network);
			if (queue.length > 0) this.#waiting.set(network, queue);
			this.#busy.set(network, (this.#busy.get(network) ?? 0) + 1);
			this.#made++;
			start();
		}
	}

	/** Of the networks that wait, one for which fewest pages are made now. */
	#whoseTurn(): string | undefined {
		const busy = (network: string) => this.#busy.get(network) ?? 0;
		const fewest = (one: string, other: string) => (busy(other) < busy(one) ? other : one);
		const [first, ...others] = this.#waiting.keys();
		const next = first === undefined ? undefined : others.reduce(fewest, first);
		return next === undefined || busy(next) >= EACH ? undefined : next;
	}

	#done(network: string): void {
		this.#made--;
		const busy = this.#busy.get(network)! - 1;
		if (busy > 0) this.#busy.set(network, busy);
		else this.#busy.delete(network);
		this.#next();
		if (this.#made > 0) return;
		for (const resume of this.#idle.splice(0)) resume();
	}
}
