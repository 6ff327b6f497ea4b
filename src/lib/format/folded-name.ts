/** A text that is searched for as the column `folded_name` has names: without accents and capitals. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replaceAll('ø', 'o')
		.replaceAll('Ø', 'o')
		.toLowerCase();
}

/** The same with a space before each of its words, by which the start of a word is found. */
export function words(text: string): string {
	return ` ${fold(text)
		.replace(/[-'(/]+/g, ' ')
		.trim()}`;
}
