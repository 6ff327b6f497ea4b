import type { RegionWatch } from '$lib/server/queries/watch.ts';
import type { section } from '../section.server.ts';

/** One indicator as a brief tells it: what the region's page says of it, and how early warning sees it. */
export type Told = NonNullable<ReturnType<typeof section>> & {
	readonly spec: string;
	readonly indicator: string;
	/** Null when the indicator is not watched there. */
	readonly watch: RegionWatch | null;
};
