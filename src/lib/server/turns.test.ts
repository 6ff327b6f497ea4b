import { expect, it } from 'vitest';
import { inTurns } from './turns.ts';

it('does all in order, and lets others go between', async () => {
	let others = 0;
	const ticking = setInterval(() => (others += 1), 0);
	const busy = (item: number) => {
		const until = performance.now() + 3;
		while (performance.now() < until);
		return item * 2;
	};
	const items = Array.from({ length: 20 }, (_, i) => i);
	expect(await inTurns(items, busy)).toEqual(items.map((item) => item * 2));
	clearInterval(ticking);
	// Twenty pieces of 3 ms with turns after 8 at least, however slow the machine.
	expect(others).toBeGreaterThan(0);
});
