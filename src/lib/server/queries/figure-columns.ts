/** A figure with all that is told of it, beside its place: specification, period, indicator, region and group. */
export const figureColumns = [
	...(['spec', 'period', 'indicator', 'region', 'attribute', 'code'] as const),
	...(['numerator', 'numerator_se', 'denominator', 'denominator_se'] as const),
	...(['share', 'share_se', 'lower', 'upper', 'reliability'] as const)
] as const;
