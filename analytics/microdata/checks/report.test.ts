import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cbsTables } from '../tables/all-tables.ts';
import { inWords } from './in-words.ts';
import { checksPage } from './page.ts';
import { band, type CheckReport } from './report.ts';
import { checkRules } from './rules.ts';
import { gate, runChecks } from './run-checks.ts';
import { clearRoot, folderWith, goodTables, twice } from './testing/folders.ts';

afterAll(clearRoot);

describe('a report', () => {
	it('bands counts', () => {
		const bands = [0, 1, 9, 10, 99, 100, 999, 1000, Infinity].map(band);
		expect(bands).toEqual(['0', '1-9', '1-9', '10-99', '10-99', '100-999', '100-999', '1000+', '1000+']);
	});

	/** Every word of a report is ours: a rule, a table, a year, a column that tables have, or a band. */
	function expectOurWords(report: CheckReport): void {
		for (const { id, title, affected } of report.rules) {
			const [rule, table, year] = id.split('/');
			const known = checkRules.find((one) => one.id === rule)!;
			expect(known.tables.map(({ name }) => name)).toContain(table);
			expect(year).toMatch(/^20\d{2}$/);
			expect([null, '0', '1-9', '10-99', '100-999', '1000+']).toContain(affected);
			if ('fault' in known) expect(title.slice(table!.length)).not.toMatch(/\d/);
			else expect(title).toBe(`${table}: ${known.title}`);
		}
		for (const { id, needs } of report.notRun) {
			expect(id).toMatch(/^[a-z-]+\/[A-Z0-9]+\/20\d{2}$/);
			expect(needs).toMatch(/^needs (column )?[A-Za-z0-9_]+( of the year before)?$/);
		}
	}

	const CANARIES = ['CANARY7', '765432109', '-76543.21'];

	/** Rows of nothing but values that must not be told, and torn lines. */
	function planted(names: readonly string[]): string {
		return folderWith(
			(t) => {
				for (const name of names)
					for (const value of CANARIES)
						t[name]!.push(Object.fromEntries(Object.keys(t[name]![0]!).map((column) => [column, value])));
			},
			(dir) => {
				for (const name of names)
					appendFileSync(join(dir, `${name}.csv`), `"${CANARIES[0]};\xff;${CANARIES[1]}\n${CANARIES[0]}`);
			}
		);
	}

	function expectNone(report: CheckReport): void {
		expect(report.passed).toBe(false);
		expectOurWords(report);
		const stopped = expect.objectContaining({ name: 'QualityGateError' });
		expect(() => gate(report)).toThrow(stopped);
		for (const value of CANARIES) {
			expect(JSON.stringify(report) + inWords(report)).not.toContain(value);
			expect(() => gate(report)).not.toThrow(expect.objectContaining({ message: expect.stringContaining(value) }));
		}
	}

	it('never holds a value or a key, when all tables are full of what does not belong there', async () => {
		expectNone(await runChecks(planted(Object.keys(goodTables()))));
	});

	it.each(Object.keys(goodTables()))('never holds a value or a key of %s alone', async (name) => {
		const table = cbsTables.find((one) => one.fileName.test(name))!;
		expectNone(await runChecks(planted([name]), ['2023'], [{ table, years: [0] }]));
	});

	it('in words has a line for each rule that is not met, and one for all that lack the same', async () => {
		const words = inWords(await runChecks(folderWith((t) => (twice(t), delete t.VEH2023TABV1))));
		expect(words).toContain('Level 1, within one file: ');
		expect(words).toMatch(/^FAILED key-unique\/GBAPERSOONTAB\/2023: .* \(1-9 rows\)$/m);
		expect(words).toMatch(/^warns {2}duplicate-rows\/GBAPERSOONTAB\/2023: /m);
		expect(words.match(/^not run \(needs VEHTAB\): .*wealth-balance, wealth-parts/gm)).toHaveLength(1);
		expect(words).toMatch(/nothing can be measured until the failed rules are mended\.$/);
	});
});

describe('the page', () => {
	it('has a row for every rule, and says which ones stop', () => {
		const rows = checksPage().match(/^\| `.*$/gm)!;
		expect(rows.map((row) => /`([^`]+)`/.exec(row)![1])).toEqual(checkRules.map((rule) => rule.id));
		const stopping = checkRules.filter((rule) => rule.severity === 'error');
		expect(rows.filter((row) => row.includes('**stops**'))).toHaveLength(stopping.length);
	});
});
