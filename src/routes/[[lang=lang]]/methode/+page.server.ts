import { catalogue } from '../../../../analytics/contract/catalogue.ts';
import { answer } from '$lib/server/answer.ts';
import { releases } from '$lib/server/queries/releases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () =>
	answer(async (db) => ({ catalogue: [...catalogue], releases: await releases(db) }));
