import { fileResult, notRun, reportOf, result, type CheckReport, type NotRun, type RuleResult } from './report.ts';
import type { RuleHead } from './rule.ts';

/** What was found so far, each rule once for each place. */
export class Findings {
	readonly #results = new Map<string, RuleResult>();
	readonly #unjudged = new Map<string, NotRun>();

	has(rule: RuleHead, place: string): boolean {
		return this.#results.has(`${rule.id}/${place}`);
	}

	/** @returns whether the file may be read on: it meets the rule, or the rule only warns */
	ofFile(rule: RuleHead, place: string, fault: string | null): boolean {
		this.#add(fileResult(rule, place, fault));
		return fault === null || rule.severity === 'warn';
	}

	ofRows(rule: RuleHead, place: string, broken: number): void {
		this.#add(result(rule, place, broken));
	}

	notRun(rule: RuleHead, place: string, needs: string): void {
		const entry = notRun(rule, place, needs);
		this.#unjudged.set(entry.id, entry);
	}

	report(): CheckReport {
		const unjudged = [...this.#unjudged.values()].filter((entry) => !this.#results.has(entry.id));
		const inOrder = <R extends { readonly level: number }>(rules: R[]) => rules.sort((a, b) => a.level - b.level);
		return reportOf(inOrder([...this.#results.values()]), inOrder(unjudged));
	}

	/** A fault is not mended by reading the same file again for another period. */
	#add(entry: RuleResult): void {
		if (this.#results.get(entry.id)?.passed !== false) this.#results.set(entry.id, entry);
	}
}
