import type { Scenario } from './scenario.ts';

/** The scenarios as the table of docs/faults.md. */
export function table(scenarios: readonly Scenario[]): string {
	const rows = scenarios.map(({ name, fault, oracle, short }) => [`\`${name}\``, fault, oracle, short ? 'yes' : 'no']);
	return [['Scenario', 'Fault', 'Oracle', 'In `npm test`'], ['---', '---', '---', '---'], ...rows]
		.map((row) => `| ${row.join(' | ')} |`)
		.join('\n');
}
