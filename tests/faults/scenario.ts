import type { Grounds } from './grounds.ts';

/** What a scenario did, for people: spends, kills, replays, and so on. */
export type Counts = Readonly<Record<string, number | string>>;

/** One kind of fault, and what must hold when it happens. */
export interface Scenario {
	readonly name: string;
	/** What is done to the program or to what it stands on. */
	readonly fault: string;
	/** What must hold then; `run` throws when it does not. */
	readonly oracle: string;
	/** Also part of `npm test`, in its short form; otherwise only of `npm run faults`. */
	readonly short: boolean;
	/** It needs most of the connections of a server, so it runs alone. */
	readonly isCrowded?: true;
	run(grounds: Grounds): Promise<Counts>;
}
