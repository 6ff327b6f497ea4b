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
	more: { open?: boolean; rise?: number | null; detectable?: number; against?: 'nation' | 'itself' } = {}
) {
	const { open = true, rise = 0.25, detectable = 0.2, against = 'itself' } = more;
	const belief = { estimate: 1, estimateSd: 0.1, riseSd: 0.1, pRise10: 0.9, lfdr: 0.1, onset: [1] };
	return {
		region,
		model: { against },
		stand: { ...belief, units, rise, detectable },
		episode: open ? { opened: 3, onset: 2 } : null
	};
}

const standings = (...list: ReturnType<typeof standing>[]) => new Map(list.map((one) => [one.region, one]));

describe('the region that explains a signal', () => {
	const family = { partsOf, wholeOf: regions.parentOf };
	// Of 800 units 200 more: 'a' went from 125 to 300, 'P' from 400 to 580, the rest hardly rose.
	const local = () =>
		standings(standing('land', 1000), standing('P', 580, { rise: 0.45 }), standing('a', 300, { rise: 1.4 }));

	it('is the lowest one that makes up half of the rise while the rest hardly rises', () => {
		const all = local();
		expect(explainedBy(all.get('land')!, all, family)).toBe('a');
		expect(explainedBy(all.get('P')!, all, family)).toBe('a');
		expect(explainedBy(all.get('a')!, all, family)).toBe('a');
		all.set('a2', standing('a2', 200, { rise: 3 }));
		expect(explainedBy(all.get('land')!, all, family)).toBe('a2');
	});

	it('is not a part that is large and rises no more than the rest, but what rises as a whole', () => {
		const even = standings(standing('land', 1000), standing('P', 700), standing('Q', 300), standing('a', 400));
		for (const region of ['land', 'P', 'Q', 'a'])
			expect(explainedBy(even.get(region)!, even, family), region).toBe('land');
	});

	it('is the region itself when its rise against the nation stands beside one against its own past', () => {
		const mixed = standings(standing('land', 1000), standing('P', 700), standing('a', 400, { against: 'nation' }));
		expect(explainedBy(mixed.get('a')!, mixed, family)).toBe('a');
	});

	it('is the region itself when it rises more than what it lies in, or another part explains that', () => {
		const more = standings(standing('land', 1000), standing('Q', 200, { rise: 0.9 }));
		expect(explainedBy(more.get('Q')!, more, family)).toBe('Q');
		const other = local();
		other.set('Q', standing('Q', 50));
		expect(explainedBy(other.get('Q')!, other, family)).toBe('Q');
	});

	it('is the region itself when the part has no open signal, or nothing compares across a declared break', () => {
		const silent = standings(standing('land', 1000), standing('P', 580, { open: false, rise: 0.45 }));
		expect(explainedBy(silent.get('land')!, silent, family)).toBe('land');
		const broken = standings(standing('land', 1000, { rise: null }), standing('P', 900));
		expect(explainedBy(broken.get('land')!, broken, family)).toBe('land');
		expect(explainedBy(broken.get('P')!, broken, family)).toBe('P');
		expect(unitsRisen(standing('P', 900).stand)).toBeCloseTo(180, 12);
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
