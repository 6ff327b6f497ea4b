import { auditReportSchema, type AuditReport } from '../contract/audit.ts';
import { firstIssue } from '../contract/issue.ts';
import { InputError } from '../errors.ts';

/**
 * What `audit --json` printed.
 * @throws InputError naming the file and what is wrong in it.
 */
export function parseAuditReport(text: string, file: string): AuditReport {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		throw new InputError(`${file} is not valid JSON. Make it with: voorzicht audit --json > ${file}`, { cause: error });
	}
	const parsed = auditReportSchema.safeParse(json);
	if (parsed.success) return parsed.data;
	throw new InputError(`${file} is no report of an audit: ${firstIssue(parsed.error)}`);
}
