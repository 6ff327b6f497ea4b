import type { CharacteristicDefinition, EventDefinition, IndicatorDefinition } from './definition.ts';
import data from './definitions.json' with { type: 'json' };
import type { Text } from './spec.ts';

/** A life event that is asked for and that the tables cannot tell. */
export interface UnmeasurableDefinition {
	readonly id: string;
	readonly label: Text;
	readonly reason: Text;
}

/** What is known of households and persons, in words; `column` as specifications name it. */
export interface Definitions {
	readonly indicators: readonly (IndicatorDefinition & { readonly column: string })[];
	readonly events: readonly (EventDefinition & { readonly column: string })[];
	readonly notMeasurable: readonly UnmeasurableDefinition[];
	readonly characteristics: readonly CharacteristicDefinition[];
}

/** Written by `npm run generate` from the definitions beside the queries that find them. */
export const definitions = data as unknown as Definitions;

/** The indicators, by which pages and manifests know their versions. */
export const catalogue = definitions.indicators;

/**
 * The definition by which an indicator is counted: its own; or, of who comes into a state or gets out of it, that of the state.
 * @param id of the indicator, such as problematic-debts or problematic-debts-inflow
 */
export function definitionFor(id: string): Definitions['indicators'][number] | undefined {
	const state = id.replace(/-(inflow|outflow)$/, '');
	return catalogue.find((one) => one.id === id) ?? catalogue.find((one) => one.id === state);
}

/** Names of the codes of a column, where it is a characteristic or a life event. */
export function codeLabels(column: string): Readonly<Record<string, Text>> {
	if (definitions.events.some((event) => event.column === column)) return MONTHS_SINCE;
	return definitions.characteristics.find((characteristic) => characteristic.column === column)?.codes ?? {};
}

const MONTHS_SINCE: Readonly<Record<string, Text>> = {
	'0-11': { nl: 'minder dan 1 jaar geleden', en: 'less than 1 year ago' },
	'12-23': { nl: '1 tot 2 jaar geleden', en: '1 to 2 years ago' },
	'24-35': { nl: '2 tot 3 jaar geleden', en: '2 to 3 years ago' },
	none: { nl: 'niet meegemaakt in 3 jaar', en: 'did not happen in 3 years' },
	not_applicable: { nl: 'kan dit niet meemaken', en: 'cannot happen' }
};
