import { sql } from 'kysely';
import type { Published } from '../db.ts';

/** Which indicators of current releases have a card, and whether a model is told of on it. */
export function cardList(db: Published) {
	return db
		.selectFrom('published.indicator_card')
		.select(['release', 'indicator', sql<boolean>`card ->> 'toldFrom' is not null`.as('told')])
		.execute();
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
