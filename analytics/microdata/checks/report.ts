import { QualityGateError } from '../../errors.ts';
import type { Level, RuleHead, Severity } from './rule.ts';

/** How many rows break a rule, no closer than this. */
export type Band = '0' | '1-9' | '10-99' | '100-999' | '1000+';

export interface RuleResult {
	/** Rule, table and year: "key-unique/GBAPERSOONTAB/2023". */
	readonly id: string;
	readonly level: Level;
	readonly severity: Severity;
	readonly title: string;
	readonly passed: boolean;
	/** Rows that break the rule; null of a rule about a whole file. */
	readonly affected: Band | null;
}

/** A rule that could not be judged, and what it lacks. */
export interface NotRun {
	readonly id: string;
	readonly level: Level;
	readonly severity: Severity;
	readonly title: string;
	/** Names a table or a column: "needs VEHTAB". */
	readonly needs: string;
}

export interface CheckReport {
	/** No rule of severity error is broken. */
	readonly passed: boolean;
	readonly rules: readonly RuleResult[];
	readonly notRun: readonly NotRun[];
}

export function band(count: number): Band {
	if (count <= 0) return '0';
	if (count < 10) return '1-9';
	if (count < 100) return '10-99';
	return count < 1000 ? '100-999' : '1000+';
}

/** @param broken how many rows break the rule; the number goes no further than its band */
export function result(rule: RuleHead, place: string, broken: number): RuleResult {
	return { ...labelled(rule, place), passed: broken === 0, affected: band(broken) };
}

/** @param fault what is wrong with a file, or null */
export function fileResult(rule: RuleHead, place: string, fault: string | null): RuleResult {
	return { ...labelled(rule, place, fault ?? rule.title), passed: fault === null, affected: null };
}

export function notRun(rule: RuleHead, place: string, needs: string): NotRun {
	return { ...labelled(rule, place), needs: `needs ${needs}` };
}

function labelled({ id, level, severity, title }: RuleHead, place: string, words = title) {
	return { id: `${id}/${place}`, level, severity, title: `${place.split('/')[0]!}: ${words}` };
}

export function reportOf(rules: readonly RuleResult[], unjudged: readonly NotRun[] = []): CheckReport {
	return { passed: rules.every((rule) => rule.passed || rule.severity === 'warn'), rules, notRun: unjudged };
}

/** @throws QualityGateError naming the table and the first rule that is broken. */
export function gate(report: CheckReport): void {
	const broken = report.rules.filter((rule) => !rule.passed && rule.severity === 'error');
	const [first] = broken;
	if (first === undefined) return;
	const others = broken.length === 1 ? '' : ` ${broken.length - 1} more rules are broken.`;
	throw new QualityGateError(
		`The microdata fail rule ${first.id} (${first.title}).${others} Run "voorzicht check" for the report and mend the files.`
	);
}
