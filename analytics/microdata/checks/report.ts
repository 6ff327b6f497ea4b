import { QualityGateError } from '../../errors.ts';
import type { CheckRule } from './rule.ts';

/** How many rows break a rule, no closer than this. */
export type Band = '0' | '1-9' | '10-99' | '100-999' | '1000+';

export interface RuleResult {
	/** Rule, table and year: "key-unique/GBAPERSOONTAB/2023". */
	readonly id: string;
	readonly level: CheckRule['level'];
	readonly severity: CheckRule['severity'];
	readonly title: string;
	readonly passed: boolean;
	readonly affected: Band;
}

export interface CheckReport {
	/** No rule of severity error is broken. */
	readonly passed: boolean;
	readonly rules: readonly RuleResult[];
}

export function band(count: number): Band {
	if (count <= 0) return '0';
	if (count < 10) return '1-9';
	if (count < 100) return '10-99';
	return count < 1000 ? '100-999' : '1000+';
}

export function result(
	{ id, level, severity, title }: Pick<CheckRule, 'id' | 'level' | 'severity' | 'title'>,
	place: string,
	broken: number
): RuleResult {
	const table = place.split('/')[0]!;
	return {
		id: `${id}/${place}`,
		level,
		severity,
		title: `${table}: ${title}`,
		passed: broken === 0,
		affected: band(broken)
	};
}

export function reportOf(rules: readonly RuleResult[]): CheckReport {
	return { passed: rules.every((rule) => rule.passed || rule.severity === 'warn'), rules };
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
