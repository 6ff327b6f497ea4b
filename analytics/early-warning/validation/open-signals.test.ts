import { expect, it } from 'vitest';
import type { Belief } from '../series/judge.ts';
import { openSignals } from './open-signals.ts';

const belief = (lfdr: number, detectable: number): Belief => ({
	...{ level: 1, levelVariance: 0.01, rise: 0.3, riseVariance: 0.01, risen: 0.9 },
	...{ lfdr, detectable, onset: [1, 0, 0, 0], comparable: true }
});

it('opens the signals of series that are large enough, and of no others', () => {
	const quiet = belief(0.95, 0.2);
	const beliefs = [
		[quiet, belief(0.01, 0.2), belief(0.02, 0.2), quiet, quiet],
		[quiet, belief(0.01, 0.6), belief(0.01, 0.6), quiet, quiet],
		[quiet, quiet, quiet, null, quiet]
	];
	const open = openSignals(beliefs).map((row) => row.map((episode) => episode?.opened ?? null));
	// It closes in the second quiet period.
	expect(open).toEqual([
		[null, 1, 1, 1, null],
		[null, null, null, null, null],
		[null, null, null, null, null]
	]);
});
