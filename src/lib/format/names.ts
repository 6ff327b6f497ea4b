import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

/** Name of a level of a region tree: one region, or all of them. Levels we have no word for keep their own name. */
export function levelName(level: string, lang: Lang): string {
	return messagesFor(lang).levels[level]?.[0] ?? level;
}

export function levelsName(level: string, lang: Lang): string {
	return messagesFor(lang).levels[level]?.[1] ?? level.charAt(0).toUpperCase() + level.slice(1);
}

export function attributeName(attribute: string, lang: Lang): string {
	return messagesFor(lang).attributes[attribute] ?? attribute.replaceAll('_', ' ');
}

/** The text of a row that has one column per language. */
export function textOf<P extends string>(row: { [K in `${P}_nl` | `${P}_en`]: string }, name: P, lang: Lang): string {
	return row[`${name}_${lang}`];
}
