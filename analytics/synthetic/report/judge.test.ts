import { describe, expect, it } from 'vitest';
import { judged, judgedAtLeast, share } from './judge.ts';

const RELATIVE = { kind: 'relative', within: 0.05 } as const;

describe('judged', () => {
	const found = (synthetic: number, samplingError: number | null, rounding = 0) =>
		judged({ name: '', published: 0.08, synthetic, samplingError, rounding }, RELATIVE);

	it('reaches a goal up to its edge', () => {
		expect(found(0.0839, null).verdict).toBe('reached');
		expect(found(0.0761, null).verdict).toBe('reached');
		expect(found(0.0841, null).verdict).toBe('missed');
		expect(found(0.0759, null).verdict).toBe('missed');
		expect(found(0.0841, null).difference).toBeCloseTo(0.05125, 10);
	});

	it('is undecided up to two sampling errors beyond the goal', () => {
		expect(found(0.0859, 0.001).verdict).toBe('undecided');
		expect(found(0.0861, 0.001).verdict).toBe('missed');
	});

	it('counts from the nearest number that the source rounds to the published one', () => {
		expect(found(0.0844, null, 0.0005).verdict).toBe('reached');
		expect(found(0.0846, null, 0.0005).verdict).toBe('missed');
	});

	it('cannot judge a share of nobody', () => {
		expect(judged(share('', 0.08, 0, 0), RELATIVE).verdict).toBe('undecided');
	});

	it('takes goals in points', () => {
		const points = { kind: 'points', within: 0.02 } as const;
		expect(judged({ name: '', published: 1, synthetic: 1.019, samplingError: null }, points).verdict).toBe('reached');
		expect(judged({ name: '', published: 1, synthetic: 0.979, samplingError: null }, points).verdict).toBe('missed');
	});
});

it('share has the binomial error of the published share', () => {
	expect(share('', 0.2, 30, 100)).toMatchObject({ synthetic: 0.3, samplingError: 0.04 });
});

it('judgedAtLeast has a lower bound only', () => {
	const at = (synthetic: number) => judgedAtLeast({ name: '', synthetic, samplingError: 0.01 }, 0.95);
	expect([0.99, 0.95, 0.94, 0.92].map((value) => at(value).verdict)).toEqual([
		'reached',
		'reached',
		'undecided',
		'missed'
	]);
});
