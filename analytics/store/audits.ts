import type { Pool } from 'pg';
import { auditReportSchema, type AuditReport } from '../contract/audit.ts';

/** @throws ZodError for what is no report: nothing else reaches the dashboard. */
export async function saveAudit(pool: Pool, given: AuditReport): Promise<boolean> {
	const report = auditReportSchema.parse(given);
	const { rowCount } = await pool.query(
		`insert into store.audit (made_at, software_version, report)
		select $1, $2, $3::jsonb where not exists (select from store.audit where report = $3::jsonb)`,
		[report.madeAt, report.software.version, JSON.stringify(report)]
	);
	return rowCount === 1;
}

export async function hasAuditOf(pool: Pool, softwareVersion: string): Promise<boolean> {
	const { rows } = await pool.query<{ there: boolean }>(
		'select exists (select from store.audit where software_version = $1) as there',
		[softwareVersion]
	);
	return rows[0]?.there === true;
}
