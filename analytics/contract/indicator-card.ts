/** How far an indicator's warnings can be trusted, computed from releases alone. One per indicator of a release. */
export interface IndicatorCard {
	/** Periods a year: 12, 4 or 1; null when there are too few periods for a model. */
	readonly freq: 12 | 4 | 1 | null;
	/** First and last period that the card rests on. */
	readonly from: string;
	readonly to: string;
}
