import { definitions } from '../../../../analytics/contract/catalogue.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { EventState } from '$lib/url.ts';

export type EventDefinition = (typeof definitions.events)[number];

/** Shown first where a release has it. */
const FIRST = 'problematic-debts';

/** Life events that an indicator is broken down by, in the order of the catalogue. */
export function eventsOf(indicator: Pick<Indicator, 'groups'>): EventDefinition[] {
	return definitions.events.filter(({ column }) => indicator.groups.some(({ attribute }) => attribute === column));
}

/**
 * Events of the catalogue that an indicator is not broken down by, each with the row of another that is, if any: of the same
 * figure in another release, or else of the one that is shown first.
 */
export function missingEvents(rows: readonly Indicator[], chosen: Pick<Indicator, 'id' | 'groups'>) {
	const own = eventsOf(chosen);
	return definitions.events
		.filter((event) => !own.includes(event))
		.map((event) => {
			const telling = rows.filter((row) => eventsOf(row).includes(event));
			const named = (id: string) => telling.find((row) => row.id === id);
			return { event, elsewhere: named(chosen.id) ?? named(FIRST) ?? telling[0] ?? null };
		});
}

export function cijferOf(row: { spec: string; id: string }): string {
	return `${row.spec}.${row.id}`;
}

/**
 * The indicator, period and event that the address asks for, or the standard ones.
 * @param rows indicators, the latest period of each first
 * @param ignored names of parameters that could not be followed are added
 */
export function chooseEvent(rows: readonly Indicator[], state: EventState, ignored: string[]) {
	const withEvents = rows.filter((row) => eventsOf(row).length > 0);
	const asked = withEvents.filter((row) => cijferOf(row) === state.cijfer);
	if (state.cijfer !== undefined && asked.length === 0) ignored.push('cijfer');
	const first = asked[0] ?? withEvents.find((row) => row.id === FIRST) ?? withEvents[0];
	if (first === undefined) return undefined;
	const periods = withEvents.filter((row) => cijferOf(row) === cijferOf(first));
	const period = periods.find((row) => row.period === state.periode);
	if (state.periode !== undefined && period === undefined) ignored.push('periode');
	const chosen = period ?? first;
	const events = eventsOf(chosen);
	const event = events.find(({ id }) => id === state.gebeurtenis);
	if (state.gebeurtenis !== undefined && event === undefined) ignored.push('gebeurtenis');
	return {
		chosen,
		periods: periods.map((row) => row.period),
		indicators: withEvents,
		events,
		event: event ?? events[0]!
	};
}
