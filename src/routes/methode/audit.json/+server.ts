import { error, json } from '@sveltejs/kit';
import { answer } from '$lib/server/answer.ts';
import { latestAudit } from '$lib/server/queries/audit.ts';
import type { RequestHandler } from './$types';

/** The report that the page of the audit shows, whole. */
export const GET: RequestHandler = () =>
	answer(async (db) => {
		const audit = await latestAudit(db);
		if (audit === undefined) error(404);
		return json(audit.report);
	});
