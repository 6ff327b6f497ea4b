/** Keeps values by key up to a number of bytes; what was asked for longest ago makes place. */
export class Shelf<T> {
	readonly #values = new Map<string, { value: T; bytes: number }>();
	readonly #most: number;
	#bytes = 0;

	constructor(most: number) {
		this.#most = most;
	}

	get bytes(): number {
		return this.#bytes;
	}

	get(key: string): T | undefined {
		const found = this.#values.get(key);
		if (found === undefined) return undefined;
		// A Map remembers the order in which keys came: the latest asked for comes last.
		this.#values.delete(key);
		this.#values.set(key, found);
		return found.value;
	}

	set(key: string, value: T, bytes: number): void {
		this.#drop(key);
		if (bytes > this.#most) return;
		for (const oldest of this.#values.keys()) {
			if (this.#bytes + bytes <= this.#most) break;
			this.#drop(oldest);
		}
		this.#values.set(key, { value, bytes });
		this.#bytes += bytes;
	}

	#drop(key: string): void {
		this.#bytes -= this.#values.get(key)?.bytes ?? 0;
		this.#values.delete(key);
	}
}
