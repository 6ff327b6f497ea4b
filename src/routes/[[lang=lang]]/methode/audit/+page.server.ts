import { answer } from '$lib/server/answer.ts';
import { latestAudit } from '$lib/server/queries/audit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => answer(async (db) => ({ audit: (await latestAudit(db)) ?? null }));
