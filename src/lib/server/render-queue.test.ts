import { expect, it } from 'vitest';
import { RenderQueue } from './render-queue.ts';

/** Pages that are made when the test says so, with the order in which they were begun. */
function pages() {
	const queue = new RenderQueue();
	const begun: string[] = [];
	const ends = new Map<string, () => void>();
	const ask = (network: string, page: string) =>
		queue.take(network, async () => {
			begun.push(page);
			await new Promise<void>((end) => ends.set(page, end));
			return page;
		});
	const settle = () => new Promise((resolve) => setImmediate(resolve));
	const end = async (page: string) => {
		await settle();
		ends.get(page)!();
		await settle();
	};
	return { queue, begun, ask, end, settle };
}

it('makes a page at once for whoever comes while another network has sixty waiting', async () => {
	const { begun, ask, end, settle } = pages();
	for (let i = 0; i < 62; i++) void ask('machine', `m${i}`);
	void ask('visitor', 'v');
	await settle();
	expect(begun).toEqual(['m0', 'm1', 'v']);
	await end('m0');
	expect(begun).toEqual(['m0', 'm1', 'v', 'm2']);
});

it('gives networks turns, however much one of them has waiting', async () => {
	const { begun, ask, end, settle } = pages();
	for (const network of ['a', 'b', 'c']) for (let i = 0; i < 3; i++) void ask(network, `${network}${i}`);
	await settle();
	expect(begun).toEqual(['a0', 'a1', 'b0', 'b1']);
	await end('a0');
	await end('a1');
	// First the network that has none in the making.
	expect(begun.slice(4)).toEqual(['c0', 'a2']);
	await end('b0');
	await end('b1');
	expect(begun.slice(6)).toEqual(['b2', 'c1']);
});

it('refuses what comes on top of sixty waiting pages, and takes more when one is made', async () => {
	const { ask, end, settle } = pages();
	for (let i = 0; i < 62; i++) expect(ask('machine', `m${i}`)).toBeDefined();
	expect(ask('machine', 'more')).toBeUndefined();
	expect(ask('visitor', 'v')).toBeDefined();
	await settle();
	await end('m0');
	expect(ask('machine', 'more')).toBeDefined();
});

it('goes on after a page that failed, and tells of it', async () => {
	const queue = new RenderQueue();
	const failed = Array.from({ length: 8 }, () => queue.take('a', () => Promise.reject(new Error('gone'))));
	for (const one of failed) await expect(one).rejects.toThrow('gone');
	await expect(queue.take('a', async () => 'made')).resolves.toBe('made');
});

it('is idle when nothing is made and nobody waits', async () => {
	const { queue, ask, end, settle } = pages();
	await queue.idle();
	void ask('a', 'one');
	let idle = false;
	void queue.idle().then(() => (idle = true));
	await settle();
	expect(idle).toBe(false);
	await end('one');
	expect(idle).toBe(true);
});
