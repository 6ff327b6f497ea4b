import { requireForecasts } from './forecasts.ts';

/** What is found when there is capacity for only so many cases. */
export interface AtCapacity {
	/** Share of the chosen that are events. */
	readonly precision: number;
	/** Share of the events that are chosen; null without events. */
	readonly recall: number | null;
}

/** Places of the cases, highest forecast first; equal ones in the order given. */
function ordered(forecasts: readonly number[]): number[] {
	return forecasts.map((_, i) => i).sort((i, j) => forecasts[j]! - forecasts[i]! || i - j);
}

/** @throws RangeError unless 1 <= capacity <= number of cases. */
export function atCapacity(outcomes: readonly number[], forecasts: readonly number[], capacity: number): AtCapacity {
	requireForecasts(outcomes, forecasts);
	if (!(capacity >= 1 && capacity <= outcomes.length)) throw new RangeError('capacity lies between 1 and all cases');
	const found = ordered(forecasts)
		.slice(0, capacity)
		.reduce((sum, i) => sum + outcomes[i]!, 0);
	const events = outcomes.reduce((a, b) => a + b, 0);
	return { precision: found / capacity, recall: events > 0 ? found / events : null };
}

/** Mean over the events of the precision at their place in the order; null without events. */
export function averagePrecision(outcomes: readonly number[], forecasts: readonly number[]): number | null {
	requireForecasts(outcomes, forecasts);
	let events = 0;
	let sum = 0;
	for (const [place, i] of ordered(forecasts).entries()) {
		if (outcomes[i] !== 1) continue;
		events++;
		sum += events / (place + 1);
	}
	return events > 0 ? sum / events : null;
}
