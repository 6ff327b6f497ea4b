import { expect, it } from 'vitest';
import { Random } from '../../../../analytics/early-warning/statistics/random.ts';
import type { eventRegions } from '$lib/server/queries/events.ts';
import { regionsView } from './regions.server.ts';

type Found = Awaited<ReturnType<typeof eventRegions>>;

const TRUE = 0.2;

/** Gemeenten that all have the share of the whole, each with noise of its own size. */
function found(random: Random): Found {
	const whole = { code: 'NL', name: 'Nederland', level: 'land', position: 0, share: TRUE, share_se: 0.001 };
	const parts = Array.from({ length: 2_000 }, (_, i) => {
		const se = 0.01 + 0.2 * random.uniform();
		return {
			code: `GM${i}`,
			name: `G${i}`,
			level: 'gemeente',
			position: i + 1,
			share: TRUE + se * random.normal(),
			share_se: se
		};
	});
	return [whole, ...parts] as Found;
}

// Some 600 regions are listed: a mean of 0.2 standard errors is five of its own, a probability of 1e-6.
it('lists regions by how precise they are: those that are listed are not too high', () => {
	const view = regionsView(found(new Random(1)), { state: { toon: 'alle' }, ignored: [], link: () => '' });
	expect(view.count).toBeGreaterThan(500);
	const z = view.rows.map(({ share, share_se: se }) => (share - TRUE) / se);
	expect(Math.abs(z.reduce((sum, one) => sum + one, 0) / z.length)).toBeLessThan(0.2);
	expect(view.unsure).toBe(2_000 - view.count);
});
