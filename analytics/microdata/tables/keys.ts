import type { ColumnType } from './table.ts';

/** The key of a person: RINPERSOONS tells of which kind RINPERSOON is, and only kind 'R' links tables. */
export const PERSON_KEY = ['RINPERSOONS', 'RINPERSOON'] as const;

/** The key of a household in the income statistics: the person key of its main earner (hoofdkostwinner). */
export const MAIN_EARNER_KEY = ['RINPERSOONSHKW', 'RINPERSOONHKW'] as const;

/** What key columns hold: the kind first, then the key, as in every CBS table. */
export function keyTypes<K extends string>([kind, key]: readonly [K, K]): Record<K, ColumnType> {
	return { [kind]: 'kind', [key]: 'key' } as Record<K, ColumnType>;
}

/** End of a spell that is still going on. */
export const OPEN_END = '88888888';
