/** Digits of a place in a chart: finer than a screen shows, and a third of what a number has. */
const DIGITS = 5;

/** A share or ratio as a chart needs it: the page carries what charts are drawn from. */
export const position = (value: number): number => Number(value.toPrecision(DIGITS));
