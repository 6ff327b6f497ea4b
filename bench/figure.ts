import type { Time } from './timer.ts';

/** Bounds that a figure has to keep, both ends included. */
export interface Goal {
	readonly from?: number;
	readonly to?: number;
}

/** One line of the report. Without a goal it is there for the reader only. */
export interface Figure {
	readonly what: string;
	readonly value: number;
	/** Behind the number; empty for a plain ratio. */
	readonly unit: string;
	readonly goal: Goal | null;
	/** What else belongs to the number, such as the time on the clock. */
	readonly note: string;
}

export function figure(what: string, value: number, unit = '', goal: Goal | null = null, note = ''): Figure {
	return { what, value, unit, goal, note };
}

/**
 * Seconds of processor time, which other work on the machine changes least; what ran in one thread takes no longer than
 * this on the clock of an idle machine.
 */
export function seconds(what: string, time: Time, goal: Goal | null = null): Figure {
	return figure(what, time.cpu, 's', goal, `${round(time.wall)} s on the clock`);
}

/** Null without a goal. A figure that is not a number reaches nothing. */
export function reached({ value, goal }: Figure): boolean | null {
	return goal === null ? null : value >= (goal.from ?? -Infinity) && value <= (goal.to ?? Infinity);
}

export function goalText({ goal, unit }: Figure): string {
	if (goal === null) return '';
	const { from, to } = goal;
	if (from !== undefined && to !== undefined) return `${round(from)} to ${round(to)}${suffix(unit)}`;
	return from !== undefined ? `at least ${round(from)}${suffix(unit)}` : `at most ${round(to!)}${suffix(unit)}`;
}

export function valueText({ value, unit }: Figure): string {
	return `${round(value)}${suffix(unit)}`;
}

/** Five digits; whole numbers in full, and powers of ten for what is very small. */
export function round(x: number): string {
	if (!Number.isFinite(x)) return String(x);
	if (Number.isInteger(x)) return x.toLocaleString('en');
	if (Math.abs(x) < 1e-4) return x.toExponential(1);
	return Number(x.toPrecision(5)).toLocaleString('en', { maximumSignificantDigits: 5 });
}

function suffix(unit: string): string {
	return unit === '' ? '' : ` ${unit}`;
}
