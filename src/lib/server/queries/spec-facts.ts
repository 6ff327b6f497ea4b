import { sql } from 'kysely';
import type { Lang } from '../../messages/index.ts';

/** What a release's own specification says of it; null where it says nothing. The release is `r` in the query. */
export const notice = (lang: Lang) => sql<string | null>`r.manifest #>> array['spec', 'notice', ${lang}::text]`;

export const sourceKind = sql<string | null>`r.manifest #>> '{spec,source,kind}'`;
