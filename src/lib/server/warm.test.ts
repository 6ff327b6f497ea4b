import { expect, it, vi } from 'vitest';
import { pauseAfter, warmer } from './warm.ts';

const largest = () => new Map([['gemeente', ['GM1', 'GM2']]]);
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

function server() {
	let free: (() => void) | undefined;
	const waiting = { visitor: false };
	const idle = async () => {
		if (waiting.visitor) await new Promise<void>((resume) => (free = resume));
	};
	const fetch = vi.fn(async (_path: string) => new Response('page'));
	const warm = warmer({ idle, regions: async () => ({ largest }), pause: () => 0 });
	const paths = () => fetch.mock.calls.map(([path]) => path);
	return { warm, fetch, paths, waiting, free: () => free?.() };
}

it('asks once after each publication for the menu, then for regions and other choices', async () => {
	const { warm, fetch, paths } = server();
	warm('v1', fetch);
	warm('v1', fetch);
	await vi.waitFor(() => expect(paths()).toContain('/regio/GM1/__data.json?naast=lijkt&x-sveltekit-invalidated=001'));
	expect(paths()).toContain('/vergelijken?gebied=GM1&gebied=GM2');
	expect(paths().slice(0, 2)).toEqual(['/', '/en']);
	expect(paths()).toContain('/regio/GM2');
	expect(new Set(paths()).size).toBe(paths().length);
	const each = paths().length;
	warm(null, fetch);
	warm('v2', fetch);
	await vi.waitFor(() => expect(paths()).toHaveLength(2 * each));
});

it('asks for nothing while a visitor waits', async () => {
	const { warm, fetch, waiting, free } = server();
	waiting.visitor = true;
	warm('v1', fetch);
	await settle();
	expect(fetch).not.toHaveBeenCalled();
	waiting.visitor = false;
	free();
	await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
});

it('leaves a publication for a later one, and starts again when pages could not be had', async () => {
	const { warm, fetch, paths } = server();
	fetch.mockRejectedValueOnce(new Error('gone'));
	warm('v1', fetch);
	await settle();
	expect(paths()).toEqual(['/']);
	warm('v1', fetch);
	warm('v2', fetch);
	await vi.waitFor(() => expect(paths()).toContain('/regio/GM1'));
	expect(paths().filter((path) => path === '/methode')).toHaveLength(1);
});

it('goes slowly for as long as somebody looks around', () => {
	let now = 0;
	const { visited, pause } = pauseAfter(() => now);
	const quick = pause();
	visited();
	now = 1_900;
	expect(pause()).toBeGreaterThan(5 * quick);
	now = 2_000;
	expect(pause()).toBe(quick);
});
