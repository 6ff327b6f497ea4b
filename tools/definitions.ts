import type { Definitions } from '../analytics/contract/catalogue.ts';
import { lifeEvents, notMeasurable } from '../analytics/events/catalogue.ts';
import { indicators } from '../analytics/indicators/catalogue.ts';
import { characteristics } from '../analytics/population/characteristics.ts';

/**
 * The definitions as data, without the queries that find them: what crosses from the closed side to pages and manifests. Each names
 * the column of its state.
 */
export function definitions(): Definitions {
	return {
		indicators: indicators.map(withColumn),
		events: lifeEvents.map(withColumn),
		notMeasurable,
		characteristics: characteristics.map(({ facts: _, ...words }) => words)
	};
}

function withColumn<Words extends { facts: readonly [{ column: string }, ...unknown[]] }>({ facts, ...words }: Words) {
	return { ...words, column: facts[0].column };
}
