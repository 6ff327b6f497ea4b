import { expect, it } from 'vitest';
import type { EventAgeCells } from '../../contract/early-warning.ts';
import type { Figure } from '../../contract/figure.ts';
import { eventRisks } from './event-risks.ts';

const shown: Figure = {
	indicator: 'problematic-debts',
	region: 'GM0363',
	attribute: 'event_job_loss',
	code: '0-11',
	numerator: 600,
	numeratorSe: 20,
	denominator: 3_000,
	denominatorSe: 30,
	share: 0.2,
	shareSe: 0.007,
	lower: 0.18,
	upper: 0.22,
	reliability: 'A'
};
const none = { ...shown, code: 'none', numerator: 5_000, denominator: 50_000, share: 0.1, shareSe: 0.001 };
const hidden = { ...shown, share: null, shareSe: null, lower: null, upper: null, reliability: 'X' as const };

it('compares each window with the units without the event, noise and sampling counted', () => {
	const [row, ...more] = eventRisks([shown, none, { ...shown, code: 'not_applicable' }, { ...shown, code: 'unknown' }]);
	expect(more).toEqual([]);
	const variances = [0.007 ** 2 + 0.16 / 3_000, 0.001 ** 2 + 0.09 / 50_000];
	expect(row).toMatchObject({
		region: 'GM0363',
		code: '0-11',
		share: 0.2,
		comparison: 0.1,
		ratio: 2,
		standardised: null
	});
	expect(row!.difference).toBeCloseTo(0.1, 12);
	expect(row!.shareSe ** 2).toBeCloseTo(variances[0]!, 12);
	expect(row!.comparisonSe ** 2).toBeCloseTo(variances[1]!, 12);
	expect(row!.differenceSe ** 2).toBeCloseTo(variances[0]! + variances[1]!, 12);
	expect(row!.ratioLower).toBeLessThan(1.9);
	expect(row!.ratioUpper).toBeGreaterThan(2.1);
	expect(row!.pHigher).toBeCloseTo(1, 12);
});

it('says nothing of a share that is not told, of other groups, and of units of unknown region', () => {
	expect(eventRisks([hidden, none])).toEqual([]);
	expect(eventRisks([shown, { ...hidden, code: 'none' }])).toEqual([]);
	expect(eventRisks([shown])).toEqual([]);
	expect(eventRisks([shown, { ...none, region: 'GM0014' }])).toEqual([]);
	expect(eventRisks([shown, none].map((figure) => ({ ...figure, region: 'unknown' })))).toEqual([]);
	expect(eventRisks([shown, none].map((figure) => ({ ...figure, attribute: 'age' })))).toEqual([]);
});

it('has no ratio where the comparison may be 0, and never a bound below 0', () => {
	const [row] = eventRisks([shown, { ...none, share: 0.1, shareSe: 0.06 }]);
	expect([row!.ratio, row!.ratioLower, row!.ratioUpper]).toEqual([null, null, null]);
	expect(row!.pHigher).toBeGreaterThan(0.9);
	const [low] = eventRisks([{ ...shown, share: 0.02, shareSe: 0.02 }, none]);
	expect(low!.ratioLower).toBe(0);
	expect(low!.pHigher).toBeLessThan(0.01);
});

it('has the standardised difference where a table has the ages', () => {
	const values = Float64Array.from([300, 1_000, 300, 2_000, 3_000, 20_000, 1_000, 30_000]);
	const cells: EventAgeCells = {
		indicator: 'problematic-debts',
		region: 'GM0363',
		event: 'event_job_loss',
		windows: ['0-11', 'none'],
		ages: ['young', 'old'],
		counts: { values, covariance: new Float64Array(64) }
	};
	const [row] = eventRisks([shown, none], [cells, { ...cells, region: 'PV20' }]);
	expect(row!.standardised).toBeCloseTo(0.2 - (0.15 * 1_000 + (1 / 30) * 2_000) / 3_000, 12);
	expect(row!.standardisedSe).toBeGreaterThan(0);
});
