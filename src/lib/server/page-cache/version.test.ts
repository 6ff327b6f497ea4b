import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { versionAsker } from './version.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks once a second, however many want to know', async () => {
	const ask = vi.fn(async () => `v${ask.mock.calls.length}`);
	const version = versionAsker(ask);
	expect(await Promise.all([version(), version(), version()])).toEqual(['v1', 'v1', 'v1']);
	vi.advanceTimersByTime(999);
	expect(await version()).toBe('v1');
	vi.advanceTimersByTime(1);
	expect(await version()).toBe('v2');
	expect(ask).toHaveBeenCalledTimes(2);
});

it('knows nothing while the database refuses, and knows again when it answers', async () => {
	let up = false;
	const version = versionAsker(async () => (up ? 'back' : Promise.reject(new Error('refused'))));
	expect(await version()).toBeNull();
	up = true;
	expect(await version()).toBeNull();
	vi.advanceTimersByTime(1_000);
	// This one does not wait for the answer; the next has it.
	expect(await version()).toBeNull();
	await vi.advanceTimersByTimeAsync(1);
	expect(await version()).toBe('back');
});

it('waits three seconds for a database that says nothing, and after that not at all', async () => {
	const version = versionAsker(() => new Promise(() => {}));
	let answer: string | null | undefined;
	void version().then((told) => (answer = told));
	await vi.advanceTimersByTimeAsync(2_999);
	expect(answer).toBeUndefined();
	await vi.advanceTimersByTimeAsync(2);
	expect(answer).toBeNull();
	expect(await version()).toBeNull();
});
