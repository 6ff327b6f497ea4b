/** Room that the name of a period takes. */
const NAME = 64;

/** The periods that an axis this wide has room to name: evenly spaced, the latest among them. */
export function periodTicks(periods: readonly string[], width: number): string[] {
	const every = Math.max(1, Math.ceil((periods.length * NAME) / width));
	return periods.filter((_, i) => (periods.length - 1 - i) % every === 0);
}
