import { describe, expect, it } from 'vitest';
import { explainedBy } from './explain.ts';
import { watchedBy } from './roll-up.ts';
import { unitsRisen } from './stand.ts';

const parents: Record<string, string> = { P: 'land', Q: 'land', a: 'P', b: 'P', c: 'Q', a1: 'a', a2: 'a' };
const regions = {
	root: 'land',
	parentOf: (code: string) => parents[code] ?? null,
	levelOf: () => undefined
};
const partsOf = (region: string) => Object.keys(parents).filter((code) => parents[code] === region);

/** A region with so many units, risen by a quarter: a fifth of them are new. */
function standing(
	region: string,
	units: number,
	more: { open?: boolean; rise?: number | null; detectable?: number } = {}
) {
	const { open = true, rise = 0.25, detectable = 0.2 } = more;
	const belief = { estimate: 1, estimateSd: 0.1, riseSd: 0.1, pRise10: 0.9, lfdr: 0.1, onset: [1] };
	return { region, stand: { ...belief, units, rise, detectable }, episode: open ? { opened: 3, onset: 2 } : null };
}

const standings = (...list: ReturnType<typeof standing>[]) => new Map(list.map((one) => [one.region, one]));

describe('the region that explains a signal', () => {
	it('is the lowest one that rises and makes up half of the rise', () => {
		const all = standings(standing('land', 1000), standing('P', 800), standing('a', 700), standing('a1', 300));
		expect(explainedBy(all.get('land')!, all, partsOf)).toBe('a');
		expect(explainedBy(all.get('a')!, all, partsOf)).toBe('a');
		all.set('a2', standing('a2', 360));
		expect(explainedBy(all.get('land')!, all, partsOf)).toBe('a2');
	});

	it('is the region itself when its parts rise together, or the part has no open signal', () => {
		const even = standings(standing('land', 1000), standing('P', 450), standing('Q', 400));
		expect(explainedBy(even.get('land')!, even, partsOf)).toBe('land');
		const silent = standings(standing('land', 1000), standing('P', 900, { open: false }), standing('a', 900));
		expect(explainedBy(silent.get('land')!, silent, partsOf)).toBe('land');
	});

	it('is the region itself across a declared break, where nothing compares', () => {
		const broken = standings(standing('land', 1000, { rise: null }), standing('P', 900));
		expect(explainedBy(broken.get('land')!, broken, partsOf)).toBe('land');
		expect(unitsRisen(broken.get('P')!.stand)).toBeCloseTo(180, 12);
	});
});

describe('who watches for a region that is too small', () => {
	const too = { detectable: 0.51, open: false };
	it('is the nearest larger one that is not', () => {
		const all = standings(
			standing('land', 9),
			standing('P', 9, { detectable: 0.5 }),
			standing('a', 9, too),
			standing('a1', 9, too)
		);
		expect(watchedBy('a1', all, regions)).toBe('P');
		expect(watchedBy('P', all, regions)).toBe('land');
	});

	it('looks through levels that are not watched, and may be nobody', () => {
		expect(watchedBy('a1', standings(standing('land', 9), standing('a1', 9, too)), regions)).toBe('land');
		expect(watchedBy('a1', standings(standing('land', 9, too), standing('a1', 9, too)), regions)).toBeNull();
		expect(watchedBy('land', standings(standing('land', 9, too)), regions)).toBeNull();
	});
});
