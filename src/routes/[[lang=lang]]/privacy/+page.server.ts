import { answer } from '$lib/server/answer.ts';
import { latestAudit } from '$lib/server/queries/audit.ts';
import { noisyTables } from '$lib/server/queries/noise.ts';
import { releases } from '$lib/server/queries/releases.ts';
import { noticesOf } from '$lib/format/names.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import { demonstration } from './demonstration.server.ts';
import { spending } from './spending.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, isDataRequest }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const [all, tables, audit] = await Promise.all([releases(db), noisyTables(db), latestAudit(db)]);
		return {
			notices: noticesOf(all, lang),
			spending: spending(all),
			demonstration: demonstration(tables, lang, rendererFor({ isDataRequest })),
			audit: audit === undefined ? null : { passed: audit.report.passed, at: audit.made_at }
		};
	});
