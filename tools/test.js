// All tests, in the order in which they fail fastest. Ends with one line that sums the runners.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './check.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const reports = mkdtempSync(join(tmpdir(), 'voorzicht-reports-'));
const total = { passed: 0, failed: 0 };

function add({ passed, failed }) {
	total.passed += passed;
	total.failed += failed;
}

/** Runs a test runner that writes a JSON report; a runner that dies without one counts as one failure. */
function runner(name, command, args, report, count, env = {}) {
	process.stdout.write(`\n== ${name}\n`);
	const result = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env },
		shell: process.platform === 'win32'
	});
	const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
	if (result.status !== 0 && counted.failed === 0) counted.failed = 1;
	add(counted);
}

const vitestCounts = (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests + json.numPendingTests });
const playwrightCounts = (json) => ({
	passed: json.stats.expected,
	failed: json.stats.unexpected + json.stats.flaky + json.stats.skipped
});

process.stdout.write('== static checks\n');
add(runChecks());
for (const project of ['unit', 'database']) {
	const report = join(reports, `${project}.json`);
	runner(
		`${project} tests`,
		'npx',
		['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
		report,
		vitestCounts
	);
}
const browserReport = join(reports, 'browser.json');
runner('browser tests', 'npx', ['playwright', 'test'], browserReport, playwrightCounts, {
	PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport
});
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
