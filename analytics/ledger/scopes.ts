import { InputError } from '../errors.ts';

const slug = '[a-z0-9][a-z0-9-]{0,63}';
const SCOPE = new RegExp(`^(horizon|year:\\d{4}|programme:${slug}|project:${slug})$`);

export interface Spending {
	/** Names of all periods that are measured, such as 2023, 2023-Q1 or 2016 - 2024. */
	readonly periods: readonly string[];
	readonly programme: string;
	readonly project: string | null;
}

/**
 * Every scope that pays, widest first, which is also the order of the locks: the horizon, each year that the periods reach, the
 * programme, the project. Years are told from the names of the periods and never from a clock.
 */
export function scopesOf({ periods, programme, project }: Spending): string[] {
	return [
		'horizon',
		...yearsOf(periods).map((year) => `year:${year}`),
		`programme:${programme}`,
		...(project === null ? [] : [`project:${project}`])
	];
}

/** @throws InputError when a scope is none. */
export function checkScope(scope: string): void {
	if (!SCOPE.test(scope))
		throw new InputError(
			'The scope of an account is horizon, year:YYYY, programme:NAME or project:NAME (lower-case letters, digits, hyphens).'
		);
}

/** All years from the first to the last that each name holds: "2016 - 2024" names nine. */
function yearsOf(periods: readonly string[]): number[] {
	const years = new Set<number>();
	for (const period of periods) {
		const named = [...period.matchAll(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g)].map(([year]) => Number(year));
		for (let year = Math.min(...named); year <= Math.max(...named); year++) years.add(year);
	}
	return [...years].sort((a, b) => a - b);
}
