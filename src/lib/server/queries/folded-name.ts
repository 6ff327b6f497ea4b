/** A text that is searched for as the column `folded_name` has names: without accents and capitals. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replaceAll('ø', 'o')
		.replaceAll('Ø', 'o')
		.toLowerCase();
}
