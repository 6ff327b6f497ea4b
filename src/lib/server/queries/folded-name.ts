import { sql } from 'kysely';

/** Accented letters and what they become. Spelled out, because what a database's own rules do depends on its locale. */
const accented = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšž';
const bare = 'aaaaaaceeeeiiiinoooooouuuuyysz';
const from = accented + accented.toUpperCase();
const to = bare + bare;

/** The name of region `g` without accents and capitals, for searching and sorting. */
export const foldedName = sql<string>`lower(translate(g.name, ${from}, ${to}))`;

/** The same for a text that is searched for. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replaceAll('ø', 'o')
		.replaceAll('Ø', 'o')
		.toLowerCase();
}
