import { basename, resolve } from 'node:path';
import { readText } from '../specification/read-text.ts';
import { openStore } from '../store/store.ts';
import { parseAuditReport } from './audit-report.ts';
import type { Register } from './command.ts';
import { databaseUrl } from './options.ts';

export const registerPublishAudit: Register = (program, context, answer) => {
	program
		.command('publish-audit')
		.description(
			'Stores the report of an audit, so that the dashboard shows it. Reports are kept for good, also of audits that\n' +
				'failed; the dashboard shows the one that was made last.'
		)
		.argument('<report>', 'what "voorzicht audit --json" printed')
		.option('--database <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)')
		.addHelpText('after', '\nFor example:\n  voorzicht audit --json > audit.json\n  voorzicht publish-audit audit.json')
		.action(
			answer(async (file: string, options: { database?: string }) => {
				// Read first: a file that is no report leaves no database behind.
				const path = resolve(context.cwd, file);
				const report = parseAuditReport(await readText(path, 'report of an audit'), basename(path));
				const store = await openStore(databaseUrl(context, options.database));
				try {
					const stored = await store.publishAudit(report);
					const { passed, madeAt, software } = report;
					const outcome = passed ? 'passed' : 'FAILED';
					return {
						json: { already: !stored, passed, madeAt, version: software.version },
						text: stored
							? `Stored the report of ${madeAt}: the audit of version ${software.version} ${outcome}.`
							: `This report is already stored: the audit of version ${software.version} ${outcome}.`
					};
				} finally {
					await store.close();
				}
			})
		);
};
