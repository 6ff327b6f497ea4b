import { InputError } from '../errors.ts';
import { facts } from './facts.ts';
import { ALL, plus, share, times, type Share } from './share.ts';

/** Years whose classification is known: the municipalities of 1 January. */
export const FIRST_VINTAGE = 2018;
export const LAST_VINTAGE = 2026;

/** On a date, a municipality went to another one, or went on in itself while others joined it. */
export interface Change {
	/** YYYY-MM-DD. */
	readonly date: string;
	/** "GM" and four digits. */
	readonly from: string;
	readonly to: string;
	/** Addresses that went this way, where a municipality was split over several; null when all of it did. */
	readonly addresses: number | null;
	/** Wijken that went this way, where a municipality was split and we assigned them ourselves; null for all of them. */
	readonly wijken: readonly string[] | null;
}

/** What a municipality gave to another one, or the other one has of it. */
export interface Part {
	readonly code: string;
	/** The share of the earlier municipality. */
	readonly share: Share;
}

/** Every change of a municipality from 2 January 2018 on, by date; sources in data/SOURCES.md. */
export const changes: readonly Change[] = facts('wijzigingen.csv').map((row) => ({
	date: row.date!,
	from: row.from!,
	to: row.to!,
	addresses: row.addresses === '' ? null : Number(row.addresses),
	wijken: row.wijken === '' ? null : row.wijken!.split(' ')
}));

/** @throws InputError unless the classification of that year is there. */
export function requireVintage(vintage: number): void {
	if (!Number.isInteger(vintage) || vintage < FIRST_VINTAGE || vintage > LAST_VINTAGE)
		throw new InputError(
			`The regional classification of ${vintage} is not available; use one of ${FIRST_VINTAGE} to ${LAST_VINTAGE} (such as cbs:2024).`
		);
}

/**
 * The changes after 1 January of `from`, up to and including 1 January of `to`: a change within a year counts from the next
 * classification on, as Weesp's of 24 March 2022 does from 2023.
 */
export function changesBetween(from: number, to: number): Change[] {
	return changes.filter(({ date }) => date > `${from}-01-01` && date <= `${to}-01-01`);
}

/** Codes of municipalities that came to be in these changes: they took others over, and did not go on in themselves. */
export function arisenIn(some: readonly Change[]): Set<string> {
	const earlier = new Set(some.map(({ date, from }) => `${date} ${from}`));
	return new Set(some.filter(({ date, to }) => !earlier.has(`${date} ${to}`)).map(({ to }) => to));
}

/** Codes of municipalities that ended in these changes. */
export function endedIn(some: readonly Change[]): Set<string> {
	const later = new Set(some.filter(({ from, to }) => from === to).map(({ date, to }) => `${date} ${to}`));
	return new Set(some.filter(({ date, from }) => !later.has(`${date} ${from}`)).map(({ from }) => from));
}

/**
 * Where the municipalities that a change touched went, from the classification of one year to that of a later one. The
 * shares of each add up to 1; a municipality that is not named kept all it had.
 */
export function movesBetween(from: number, to: number): Map<string, Part[]> {
	return movesOf(changesBetween(from, to));
}

/** Where the municipalities that were there before these changes, which are in order of date, went in all of them. */
export function movesOf(between: readonly Change[]): Map<string, Part[]> {
	const moves = new Map<string, Part[]>();
	const arisen = arisenIn(between);
	for (const date of new Set(between.map((change) => change.date))) {
		const step = stepOf(between.filter((change) => change.date === date));
		for (const [code, parts] of moves) moves.set(code, compose(parts, step));
		for (const [code, parts] of step) if (!moves.has(code) && !arisen.has(code)) moves.set(code, parts);
	}
	return moves;
}

/** The changes of one date. */
function stepOf(changesOfDate: readonly Change[]): Map<string, Part[]> {
	const whole = new Map<string, number>();
	for (const { from, addresses } of changesOfDate) whole.set(from, (whole.get(from) ?? 0) + (addresses ?? 1));
	const step = new Map<string, Part[]>();
	for (const { from, to, addresses } of changesOfDate)
		step.set(from, [...(step.get(from) ?? []), { code: to, share: share(addresses ?? 1, whole.get(from)!) }]);
	return step;
}

function compose(parts: readonly Part[], step: ReadonlyMap<string, readonly Part[]>): Part[] {
	const result = new Map<string, Share>();
	for (const part of parts)
		for (const next of step.get(part.code) ?? [{ code: part.code, share: ALL }]) {
			const moved = times(part.share, next.share);
			const before = result.get(next.code);
			result.set(next.code, before === undefined ? moved : plus(before, moved));
		}
	return [...result].map(([code, total]) => ({ code, share: total }));
}
