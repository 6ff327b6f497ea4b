import { choice, type Choice } from '../population/choice.ts';
import type { Fact, Past, TableNeed, Was } from '../population/fact.ts';
import { pastRows } from '../population/past.ts';

// What the years before tell of a state, for the members of today: with whom they lived then plays no part.

/** Codes of `<state>_change`: what the state is now, against a year before. */
export const CHANGES = ['entered', 'stayed', 'left', 'out', 'in_unknown', 'out_unknown'] as const;
/** Codes of `<state>_years`: years in a row in the state, this one included. */
export const YEARS = ['0', '1', '2', '3+'] as const;
/** Codes of `<state>_path`: the state at four year ends, this one last: 0011 came into it a year ago and is in it still. */
export const PATHS = Array.from({ length: 16 }, (_, i) => i.toString(2).padStart(4, '0'));

/** The two columns of history of a fact with the values yes and no. */
export function history(fact: Fact): [change: Fact, years: Fact] {
	return [
		historyFact(`${fact.column}_change`, CHANGES, { of: fact, years: 2, answer: change }),
		historyFact(`${fact.column}_years`, YEARS, { of: fact, years: 3, answer: yearsInARow })
	];
}

/** The column that tells a fact with the values yes and no at the last four year ends: known when all four are. */
export function pathFact(fact: Fact): Fact {
	return historyFact(`${fact.column}_path`, PATHS, { of: fact, years: 4, answer: path });
}

function historyFact(column: string, values: readonly string[], past: Past): Fact {
	const { of, years } = past;
	const before = Array.from({ length: years - 1 }, (_, i) => earlier(of.needs, i + 1));
	return {
		column,
		units: of.units,
		values,
		needs: [...of.needs, ...before.flat()],
		otherwise: null,
		find: (stage, unit, offset = 0) => pastRows(stage, unit, past, offset),
		past
	};
}

/** The same tables so many years earlier; without them the history is unknown. */
function earlier(needs: readonly TableNeed[], by: number): TableNeed[] {
	return needs.map(({ table, years }) => ({ table, years: years.map((year) => year - by), optional: true }));
}

function change([now, before]: readonly Was[]): Choice {
	const changed = (yes: string, no: string, rest: string) =>
		choice(
			[
				[before!('yes'), yes],
				[before!('no'), no]
			],
			rest
		);
	return choice([
		[now!('yes'), changed('stayed', 'entered', 'in_unknown')],
		[now!('no'), changed('left', 'out', 'out_unknown')]
	]);
}

/** Without a year in between nobody can tell how long it has been. */
function yearsInARow([now, before, first]: readonly Was[]): Choice {
	const lasted = (was: Was, years: string, longer: Choice | string) =>
		choice([
			[was('no'), years],
			[was('yes'), longer]
		]);
	return lasted(now!, '0', lasted(before!, '1', lasted(first!, '2', '3+')));
}

/** @param since the digits of the years after */
function path([latest, ...earlier]: readonly Was[], since = ''): Choice {
	const until = (digits: string) => (earlier.length === 0 ? digits : path(earlier, digits));
	return choice([
		[latest!('yes'), until(`1${since}`)],
		[latest!('no'), until(`0${since}`)]
	]);
}
