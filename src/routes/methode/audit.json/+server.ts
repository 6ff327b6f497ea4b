import { error, json } from '@sveltejs/kit';
import { answer } from '$lib/server/answer.ts';
import { latestAudit } from '$lib/server/queries/audit.ts';
import type { RequestHandler } from './$types';

/** The report that the page of the audit shows, whole; its name says of which software it is, and when it was made. */
export const GET: RequestHandler = () =>
	answer(async (db) => {
		const audit = await latestAudit(db);
		if (audit === undefined) error(404);
		const { version } = audit.report.software;
		const name = `audit-${version}-${audit.made_at.toISOString().slice(0, 10)}`.replace(/[^A-Za-z0-9.-]+/g, '_');
		return json(audit.report, {
			headers: {
				'Content-Disposition': `attachment; filename="${name}.json"`,
				'Cache-Control': 'no-cache',
				'X-Software-Version': version
			}
		});
	});
