import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { DuckDBConnection } from '@duckdb/node-api';
import type { NoisyTable } from '../contract/domain.ts';
import { Charge } from '../ledger/charge.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ChargeRequest } from '../ledger/request.ts';
import type { Tape } from './tape.ts';

export type EventKind = 'step' | 'message' | 'query' | 'charge' | 'spend' | 'words' | 'store';

/** One thing that a run did, in an order that an onlooker could see. */
export interface Event {
	readonly kind: EventKind;
	readonly text: string;
}

/** All that can be seen of one run of a release. */
export interface Recording {
	readonly events: readonly Event[];
	/** "released", or the name and message of what was thrown. */
	readonly outcome: string;
	readonly charges: readonly ChargeRequest[];
	/** What was stored as the answer to the charge. */
	readonly noisy: readonly NoisyTable[] | null;
	/** Files of the bundle with their text, numbers that carry noise cut out; null when none was written. */
	readonly bundle: ReadonlyMap<string, string> | null;
}

/** Takes down what happens during one run. */
export class Recorder {
	readonly events: Event[] = [];
	readonly charges: ChargeRequest[] = [];
	readonly #tape: Tape;
	#words = 0;
	noisy: readonly NoisyTable[] | null = null;

	constructor(tape: Tape) {
		this.#tape = tape;
	}

	note(kind: EventKind, text: string): void {
		this.noteWords();
		this.events.push({ kind, text });
	}

	/** Words are taken too often to note each: they are told together, before the next event. */
	noteWords(): void {
		const words = this.#tape.used - this.#words;
		this.#words = this.#tape.used;
		if (words !== 0) this.events.push({ kind: 'words', text: String(words) });
	}

	/** A ledger that grants everything and takes down what it is asked; its charges are single-use like real ones. */
	ledger(): Ledger {
		const ledger: Pick<Ledger, 'stored' | 'charge' | 'store' | 'bundleBefore' | 'recordBundle'> = {
			bundleBefore: () => Promise.resolve(null),
			recordBundle: () => Promise.resolve(),
			stored: () => Promise.resolve(null),
			charge: (request) => {
				this.note('charge', JSON.stringify(request));
				this.charges.push(request);
				const charge = new NotedCharge(this, this.charges.length, request.lineage);
				return Promise.resolve({ charge, stored: null, release: () => Promise.resolve() });
			},
			store: (_charge, tables) => {
				this.note('store', tables.map(({ id, sigma2, counts }) => `${id} ${sigma2} ${counts.length}`).join('\n'));
				this.noisy = tables;
				return Promise.resolve();
			}
		};
		return ledger as Ledger;
	}
}

class NotedCharge extends Charge {
	readonly #recorder: Recorder;

	constructor(recorder: Recorder, entry: number, lineage: string) {
		super({ entry, hash: String(entry).padStart(64, '0'), lineage, chargedAt: '2000-01-01T00:00:00.000Z' }, 'fresh');
		this.#recorder = recorder;
	}

	override spend(): void {
		this.#recorder.note('spend', String(this.entry));
		super.spend();
	}
}

const running = new AsyncLocalStorage<Recorder>();

/** Runs a release while everything that leaves it is taken down in the recorder. @returns what the run ended in. */
export async function recorded(recorder: Recorder, run: () => Promise<unknown>): Promise<string> {
	const outcome = await running.run(recorder, async () => {
		try {
			await run();
			return 'released';
		} catch (error) {
			return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error';
		}
	});
	recorder.noteWords();
	return outcome;
}

let listeners = 0;
let deafen = () => {};

/**
 * Listens, while the work lasts, where the program meets the world: at the driver of the data engine, below every line of
 * ours, and at the two output streams, to which a release under audit writes nothing. What other tasks do passes unheard.
 */
export async function listening<T>(work: () => Promise<T>): Promise<T> {
	if (listeners++ === 0) {
		const stops = [hearQueries(), hearStream(process.stdout), hearStream(process.stderr)];
		deafen = () => stops.forEach((stop) => stop());
	}
	try {
		return await work();
	} finally {
		if (--listeners === 0) deafen();
	}
}

/** @returns how to stop. */
function hearQueries(): () => void {
	const engine = DuckDBConnection.prototype;
	const { run } = engine;
	engine.run = function (...call: Parameters<typeof run>) {
		const [sql, ...values] = call;
		running.getStore()?.note('query', values.length === 0 ? sql : `${sql}\n${digest(values)}`);
		return run.apply(this, call);
	};
	return () => void (engine.run = run);
}

/** @returns how to stop. */
function hearStream(stream: NodeJS.WriteStream): () => void {
	const { write } = stream;
	stream.write = function (this: typeof stream, ...call: unknown[]) {
		const recorder = running.getStore();
		recorder?.note('message', String(call[0]));
		return recorder !== undefined || (write as (...all: unknown[]) => boolean).apply(this, call);
	} as typeof write;
	return () => void (stream.write = write);
}

/** Bound values in few characters: a region tree has thousands. */
function digest(values: readonly unknown[]): string {
	const text = JSON.stringify(values, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
	return createHash('sha256').update(text).digest('hex');
}
