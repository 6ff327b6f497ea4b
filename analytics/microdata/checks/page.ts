import { LEVELS } from './levels.ts';
import type { CheckRule, Level } from './rule.ts';
import { checkRules } from './rules.ts';

/** The page about the rules, as Markdown. */
export function checksPage(): string {
	const levels = LEVELS.map((name, level) => section(`Level ${level}: ${name}`, rulesOf(level as Level)));
	return `${[INTRODUCTION, ...levels].join('\n\n')}\n`;
}

const INTRODUCTION = `# Rules for the microdata

Before anything is measured, rules are run on the files: \`npx voorzicht check <folder>\` prints the report. This page is made
from the rules themselves.

* A rule that **stops** makes a release end with exit code 3, before anything is charged; only rules about the tables that the
  release reads can do that. A rule that **warns** is for the data steward to judge.
* The report names the rule, the table and the year, and how many rows break the rule as a band: 1-9, 10-99, 100-999 or 1000+.
  It holds no value, no key and no place of a row. It is for the data steward: outside the closed environment goes no more than
  whether the gate passed.
* A rule whose table, column or earlier year is not there is not run, and is reported as such.
* Thresholds are public and fixed: none of them is taken from the data. Rules about shares are judged from 100 rows on.
* ${checkRules.length} rules, in the six levels of validation of the European Statistical System.`;

function rulesOf(level: Level): CheckRule[] {
	return checkRules.filter((rule) => rule.level === level);
}

function section(title: string, rules: readonly CheckRule[]): string {
	const rows = rules.map((rule) => `| ${[`\`${rule.id}\``, strictness(rule), rule.title, tables(rule)].join(' | ')} |`);
	return [`## ${title}`, '', '| rule | | what holds | tables |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function strictness({ severity }: CheckRule): string {
	return severity === 'error' ? '**stops**' : 'warns';
}

/** The judged tables, and those that are read with them. */
function tables(rule: CheckRule): string {
	const judged = rule.tables.map((table) => table.name);
	const read = 'over' in rule ? rule.tables.flatMap((table) => rule.over(table).tables.map(({ name }) => name)) : [];
	const beside = [...new Set(read)].filter((name) => !judged.includes(name));
	const earlier = 'over' in rule && rule.tables.some((table) => rule.over(table).before !== undefined);
	return [
		judged.length > ALL ? 'all that it can be about' : judged.join(', '),
		...(beside.length === 0 ? [] : [`with ${beside.join(', ')}`]),
		...(earlier ? ['and the year before'] : [])
	].join('; ');
}

/** A longer list says less. */
const ALL = 6;
