import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Suggestion } from '../format/found.ts';
import { suggester } from './suggest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const one = (name: string): Suggestion[] => [{ name, href: `/${name}`, where: '', other: null }];

function asking(answer: (address: string) => Promise<Response> | Response) {
	const told: (string[] | null)[] = [];
	const get = vi.fn(async (address: unknown, { signal }: RequestInit = {}) => {
		const response = await answer(String(address));
		signal?.throwIfAborted();
		return response;
	});
	const suggest = suggester((found) => void told.push(found && found.map(({ name }) => name)), get as typeof fetch);
	return { told, get, suggest };
}

it('asks once after a pause, and tells only of the latest question', async () => {
	const { told, get, suggest } = asking((address) => Response.json(one(address)));
	suggest.ask('/a', 'am');
	await vi.advanceTimersByTimeAsync(50);
	suggest.ask('/b', 'ams');
	await vi.advanceTimersByTimeAsync(500);
	expect(get).toHaveBeenCalledTimes(1);
	expect(told).toEqual([['/b']]);
});

it('does not tell of a late answer to an earlier question', async () => {
	const slow: Record<string, number> = { '/a': 1_000, '/b': 10 };
	const later = (address: string) =>
		new Promise<Response>((resolve) => setTimeout(() => resolve(Response.json(one(address))), slow[address]));
	const { told, suggest } = asking(later);
	suggest.ask('/a', 'am');
	await vi.advanceTimersByTimeAsync(200);
	suggest.ask('/b', 'ams');
	await vi.advanceTimersByTimeAsync(5_000);
	expect(told).toEqual([['/b']]);
});

it('asks the same only once, and nothing of a single letter', async () => {
	const { told, get, suggest } = asking((address) => Response.json(one(address)));
	for (const text of ['am', 'am', 'a']) {
		suggest.ask('/x', text);
		await vi.advanceTimersByTimeAsync(500);
	}
	expect(get).toHaveBeenCalledTimes(1);
	expect(told).toEqual([['/x'], ['/x'], null]);
});

it('suggests nothing when the server refuses or is not there', async () => {
	const { told, suggest } = asking((address) =>
		address === '/gone' ? Promise.reject(new Error('gone')) : new Response('', { status: 429 })
	);
	for (const address of ['/gone', '/busy']) {
		suggest.ask(address, 'am');
		await vi.advanceTimersByTimeAsync(500);
	}
	expect(told).toEqual([null, null]);
});
