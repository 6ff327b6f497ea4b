import type { IndicatorDefinition } from '../contract/definition.ts';
import type { Fact } from '../population/fact.ts';

/** An indicator: what it means, in words, and the columns that tell it, its state first. */
export interface Indicator extends IndicatorDefinition {
	readonly facts: readonly [state: Fact, ...more: Fact[]];
}
