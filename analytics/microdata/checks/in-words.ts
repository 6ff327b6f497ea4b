import { LEVELS } from './levels.ts';
import type { CheckReport, NotRun, RuleResult } from './report.ts';

/** The report for people: of each level how many rules are met, those that are not, and those that could not be judged. */
export function inWords(report: CheckReport): string {
	const levels = LEVELS.flatMap((name, level) => {
		const rules = report.rules.filter((rule) => rule.level === level);
		const unjudged = report.notRun.filter((rule) => rule.level === level);
		return rules.length + unjudged.length === 0 ? [] : [levelInWords(`Level ${level}, ${name}`, rules, unjudged)];
	});
	const broken = report.rules.filter((rule) => !rule.passed).length;
	const verdict = report.passed
		? 'The data pass the gate.'
		: 'The data do not pass the gate: nothing can be measured until the failed rules are mended.';
	return [...levels, `${report.rules.length} rules, ${broken} not met. ${verdict}`].join('\n\n');
}

function levelInWords(name: string, rules: readonly RuleResult[], unjudged: readonly NotRun[]): string {
	const met = rules.filter((rule) => rule.passed).length;
	return [
		`${name}: ${met} of ${rules.length} rules met`,
		...rules.filter((rule) => !rule.passed).map(brokenInWords),
		...notRunInWords(unjudged)
	].join('\n');
}

function brokenInWords({ id, severity, title, affected }: RuleResult): string {
	const rows = affected === null ? '' : ` (${affected} rows)`;
	return `${severity === 'error' ? 'FAILED' : 'warns '} ${id}: ${title}${rows}`;
}

/** One line for all rules that lack the same. */
function notRunInWords(unjudged: readonly NotRun[]): string[] {
	const lacking = new Map<string, Set<string>>();
	for (const { id, needs } of unjudged) {
		const [rule = ''] = id.split('/');
		lacking.set(needs, (lacking.get(needs) ?? new Set<string>()).add(rule));
	}
	return [...lacking].map(([needs, rules]) => `not run (${needs}): ${[...rules].join(', ')}`);
}
