import type { IndicatorSpec } from './spec.ts';

export const QUARTERS = 4;

/** The indicators of a release as one of its periods tells them. */
export interface PeriodIndicators {
	readonly period: string;
	readonly indicators: readonly IndicatorSpec[];
}

/**
 * The periods that a release of one period is told in: itself, or its four quarters, "2023Q1" to "2023Q4", when its indicators
 * say so. In a quarter the numerator is that quarter's code alone; the denominator is the same in all four.
 */
export function periodsOf(period: string, indicators: readonly IndicatorSpec[]): PeriodIndicators[] {
	if (indicators[0]?.per !== 'quarter') return [{ period, indicators }];
	return Array.from({ length: QUARTERS }, (_, quarter) => ({
		period: `${period}Q${quarter + 1}`,
		indicators: indicators.map((indicator) => ({ ...indicator, is: [indicator.is[quarter]!] }))
	}));
}
