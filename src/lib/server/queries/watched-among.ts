import type { Published } from '../db.ts';

/** Those of these regions that are watched by themselves, for any indicator of these releases, in the same order. */
export async function watchedAmong<Region extends { readonly code: string }>(
	db: Published,
	indicators: readonly { readonly release: number }[],
	regions: readonly Region[]
): Promise<Region[]> {
	if (indicators.length === 0 || regions.length === 0) return [];
	const rows = await db
		.selectFrom('published.watch')
		.where(
			'release',
			'in',
			indicators.map(({ release }) => release)
		)
		.where(
			'region',
			'in',
			regions.map(({ code }) => code)
		)
		.where('attribute', '=', '')
		.where('state', '<>', 'too_small')
		.select('region')
		.distinct()
		.execute();
	return regions.filter(({ code }) => rows.some(({ region }) => region === code));
}
