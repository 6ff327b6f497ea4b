import { execFile, type ExecFileException } from 'node:child_process';
import { join } from 'node:path';
import type { AuditReport } from '../contract/audit.ts';
import type { Store } from '../store/store.ts';
import { version } from '../version.ts';
import { parseAuditReport } from './audit-report.ts';
import type { Progress } from './progress.ts';

const CLI = join(import.meta.dirname, '..', 'cli.ts');

/**
 * Audits this version of the software in a process of its own, unless its report is stored already, and stores the report,
 * whatever it says. The dashboard does without when that goes wrong. Aborting ends the process.
 */
export async function auditInBackground(
	store: Pick<Store, 'hasAudit' | 'publishAudit'>,
	progress: Pick<Progress, 'say'>,
	stop: AbortSignal,
	audit: (stop: AbortSignal) => Promise<AuditReport> = quickAudit
): Promise<void> {
	try {
		if (await store.hasAudit(version)) return;
		const report = await audit(stop);
		await store.publishAudit(report);
		progress.say(`The privacy audit ${report.passed ? 'passed' : 'FAILED'}; the dashboard shows it under Methode.`);
	} catch (error) {
		// Ctrl-C reaches every process of the terminal, so the audit may end before this process is told to stop.
		const interrupted = (error as ExecFileException).signal === 'SIGINT';
		if (!stop.aborted && !interrupted)
			progress.say('The privacy audit could not be made. Run "voorzicht audit" to see why; the dashboard runs on.');
	}
}

/** An audit that failed ends with another exit code than 0, and still prints its report. */
function quickAudit(signal: AbortSignal): Promise<AuditReport> {
	return new Promise((resolve, reject) => {
		execFile(process.execPath, [CLI, 'audit', '--quick', '--json'], { signal, maxBuffer: 1 << 26 }, (fault, stdout) => {
			try {
				resolve(parseAuditReport(stdout, 'the report'));
			} catch (error) {
				reject(fault ?? (error as Error));
			}
		});
	});
}
