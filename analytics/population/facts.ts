import { lifeEvents } from '../events/catalogue.ts';
import { indicators } from '../indicators/catalogue.ts';
import { characteristics } from './characteristics.ts';
import type { Fact } from './fact.ts';

/** Everything that a specification of kind cbs may name as `column`, beside the regions; several indicators may share a column. */
export const facts: readonly Fact[] = [
	...new Set([
		...characteristics.flatMap((characteristic) => characteristic.facts),
		...indicators.flatMap((indicator) => indicator.facts),
		...lifeEvents.flatMap((event) => event.facts)
	])
];
