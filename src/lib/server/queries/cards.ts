import type { Published } from '../db.ts';

/** Which indicators of current releases have a card. */
export function cardList(db: Published) {
	return db.selectFrom('published.indicator_card').select(['release', 'indicator']).execute();
}

/** The card of one indicator of a release. */
export function card(db: Published, { release, indicator }: { release: number; indicator: string }) {
	return db
		.selectFrom('published.indicator_card')
		.where('release', '=', release)
		.where('indicator', '=', indicator)
		.select('card')
		.executeTakeFirst();
}
