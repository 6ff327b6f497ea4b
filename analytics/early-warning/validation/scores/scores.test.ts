import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Random } from '../../statistics/random.ts';
import { auc, compareAuc } from './auc.ts';
import { brier, brierSkill, corp, murphy } from './brier.ts';
import { calibrationError, calibrationLine, logScore } from './calibration.ts';
import { atCapacity, averagePrecision } from './capacity.ts';
import { equityAudit } from './equity.ts';

const reference = '../shared/reference/early-warning/validation_scores.json';

describe.runIf(existsSync(reference))('the reference forecasts', () => {
	const file = existsSync(reference) ? JSON.parse(readFileSync(reference, 'utf8')) : {};
	const { input, expected: wanted, tolerance } = file;
	const close = (actual: number | null, expected: number, relative: number = tolerance?.rel) =>
		expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + 1e-12);

	it('get their AUC, its interval and the paired test', () => {
		const area = auc(input.y, input.f)!;
		close(area.auc, wanted.auc);
		close(area.variance, wanted.auc_var);
		close(area.lower, wanted.auc_ci[0]);
		close(area.upper, wanted.auc_ci[1]);
		close(auc(input.y, input.f2)!.auc, wanted.auc2);
		const test = compareAuc(input.y, input.f, input.f2)!;
		close(test.z, wanted.delong_z);
		close(test.p, wanted.delong_p);
	});

	it('get their Brier score and both decompositions', () => {
		close(brier(input.y, input.f), wanted.brier);
		const exact = corp(input.y, input.f);
		close(exact.miscalibration, wanted.corp.MCB);
		close(exact.discrimination, wanted.corp.DSC);
		close(exact.uncertainty, wanted.corp.UNC);
		const binned = murphy(input.y, input.f);
		close(binned.reliability, wanted.murphy.reliability);
		close(binned.resolution, wanted.murphy.resolution);
		close(binned.withinBin, wanted.murphy.within_bin_remainder);
	});

	it('get their calibration', () => {
		close(calibrationError(input.y, input.f), wanted.ece);
		close(logScore(input.y, input.f), wanted.log_score);
		const line = calibrationLine(input.y, input.f)!;
		close(line.slope, wanted.calibration_slope, tolerance.glm);
		close(line.intercept, wanted.calibration_intercept_joint, tolerance.glm);
		close(line.inTheLarge, wanted.calibration_intercept, tolerance.glm);
	});

	it('get their precision and recall', () => {
		const chosen = atCapacity(input.y, input.f, input.capacity);
		close(chosen.precision, wanted.precision_at_capacity);
		close(chosen.recall, wanted.recall_at_capacity);
		close(averagePrecision(input.y, input.f), wanted.average_precision);
	});

	it('get their audit by group', () => {
		const audit = equityAudit(input.y, input.f, input.group, input.threshold);
		for (const group of audit.groups) {
			const want = wanted.groups[group.group];
			close(group.count, want.n);
			close(group.baseRate, want.base_rate);
			close(group.selectionRate, want.selection_rate);
			close(group.truePositiveRate, want.tpr);
			close(group.falsePositiveRate, want.fpr);
			close(group.precision, want.ppv);
			close(group.meanForecast, want.mean_forecast);
			close(group.calibrationInTheLarge, want.calibration_in_the_large);
			close(group.auc, want.auc);
		}
		close(audit.equalOpportunityGap, wanted.equal_opportunity_gap);
		close(audit.selectionRatio, wanted.selection_ratio_min);
	});
});

describe('scores', () => {
	const random = new Random(11);
	const forecasts = Array.from({ length: 300 }, () => Math.round(random.uniform() * 20) / 20);
	const outcomes = forecasts.map((p) => (random.uniform() < p ** 2 ? 1 : 0));

	it('add up: Brier is both decompositions, ties and all', () => {
		const { miscalibration, discrimination, uncertainty } = corp(outcomes, forecasts);
		expect(miscalibration - discrimination + uncertainty).toBeCloseTo(brier(outcomes, forecasts), 12);
		expect(miscalibration).toBeGreaterThan(0);
		expect(corp(outcomes, outcomes)).toMatchObject({ miscalibration: 0, discrimination: uncertainty });
		expect(brierSkill(outcomes, outcomes)).toBe(1);
	});

	it('know what an AUC is: pairs in the right order, ties half', () => {
		expect(auc([0, 0, 1, 1], [0.1, 0.4, 0.4, 0.9])!.auc).toBe(0.875);
		expect(auc([0, 0, 1, 1], [0.9, 0.8, 0.2, 0.1])!.auc).toBe(0);
	});

	it('say nothing where nothing can be said', () => {
		expect(auc([0, 0, 0], [0.1, 0.2, 0.3])).toBeNull();
		expect(compareAuc(outcomes, forecasts, forecasts)).toBeNull();
		expect(brierSkill([0, 0], [0.1, 0.2])).toBeNull();
		expect(calibrationLine([0, 0, 0], [0.1, 0.2, 0.3])).toBeNull();
		expect(calibrationLine([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9])).toBeNull();
		expect(calibrationLine([0, 1, 0], [0.4, 0.4, 0.4])).toBeNull();
		expect(averagePrecision([0, 0], [0.1, 0.2])).toBeNull();
		expect(atCapacity([0, 0], [0.1, 0.2], 1)).toEqual({ precision: 0, recall: null });
		expect(equityAudit([1, 0], [0.1, 0.2], ['a', 'b'], 0.5)).toMatchObject({
			equalOpportunityGap: null,
			selectionRatio: null
		});
	});

	it('refuse what is no forecast', () => {
		expect(() => brier([], [])).toThrow(RangeError);
		expect(() => brier([1], [0.1, 0.2])).toThrow(RangeError);
		expect(() => auc([0, 2], [0.1, 0.2])).toThrow('0 or 1');
		expect(() => logScore([0, 1], [0.1, NaN])).toThrow('not a number');
		expect(() => atCapacity([1], [0.5], 2)).toThrow(RangeError);
		expect(logScore([1], [0])).toBe(Infinity);
	});
});
