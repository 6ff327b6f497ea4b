import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { capNano } from '../../analytics/ledger/amount.ts';
import type { Ledger } from '../../analytics/ledger/ledger.ts';
import { digest, request, using, type Place } from './place.ts';

/**
 * The oracle of every scenario: what the world outside has seen of a ledger, and whether the ledger still agrees with it.
 * - the ledger verifies, against its checkpoint too
 * - every charge that was acknowledged is there
 * - an answer that ever left is the answer for ever after
 * - there are at least as many charges as draws of noise
 * - what is spent never shrinks and never exceeds its cap
 */
export class Witness {
	readonly #place: Place;
	/** Requests that were told that they are charged. */
	readonly acknowledged = new Set<string>();
	/** Answers that left, by request. */
	readonly answers = new Map<string, string>();
	#spent = new Map<string, bigint>();

	constructor(place: Place) {
		this.#place = place;
	}

	charged(id: string): void {
		this.acknowledged.add(id);
	}

	answered(id: string, found: string): void {
		const known = this.answers.get(id);
		assert.equal(found, known ?? found, `request ${id} got two different answers`);
		this.answers.set(id, found);
	}

	/** What a child process told of itself: "charged ID" and "answered ID DIGEST", one a line. */
	heard(lines: readonly string[]): void {
		for (const line of lines) {
			const [word, id, found] = line.split(' ');
			if (word === 'charged' && id !== undefined) this.charged(id);
			if (word === 'answered' && id !== undefined && found !== undefined) this.answered(id, found);
		}
	}

	/** @param trace file of the test build with every place that was passed */
	async check({ trace }: { readonly trace?: string } = {}): Promise<{ charges: number; draws: number }> {
		return using(this.#place, async (ledger) => {
			const { ok, problems } = await ledger.verify();
			assert.deepEqual({ ok, problems }, { ok: true, problems: [] });
			return this.#compare(ledger, trace === undefined ? 0 : drawsIn(trace));
		});
	}

	async #compare(ledger: Ledger, draws: number): Promise<{ charges: number; draws: number }> {
		const { accounts, entries } = await ledger.history();
		const charged = new Set(entries.map(({ description }) => description));
		for (const id of this.acknowledged) assert.ok(charged.has(id), `the charge of ${id} was acknowledged and is lost`);
		assert.ok(entries.length >= draws, `${draws} draws of noise, and only ${entries.length} charges`);
		for (const [id, found] of this.answers) {
			const stored = await ledger.stored(request(id));
			assert.equal(stored && digest(stored), found, `the answer of ${id} is not the one that left`);
		}
		const now = new Map(accounts.map((one) => [`${one.lineage} ${one.unit} ${one.scope}`, one]));
		for (const [name, before] of this.#spent)
			assert.ok(capNano(now.get(name)?.spent ?? '0') >= before, `spending of ${name} shrank`);
		for (const { spent, cap, scope } of accounts)
			assert.ok(capNano(spent) <= capNano(cap), `more is spent of ${scope} than its cap`);
		this.#spent = new Map([...now].map(([name, { spent }]) => [name, capNano(spent)]));
		return { charges: entries.length, draws };
	}
}

/** Every passing of the place right after a draw is one draw. */
function drawsIn(trace: string): number {
	if (!existsSync(trace)) return 0;
	return readFileSync(trace, 'utf8')
		.split('\n')
		.filter((point) => point === 'noise-drawn').length;
}
