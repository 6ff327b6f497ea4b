import type { ChosenFile } from './registry.ts';

/** Which files serve: how many, and of those that were preferred to others by name. */
export function chosenInWords(files: readonly ChosenFile[]): string {
	const preferred = files.filter(({ passedOver }) => passedOver.length > 0);
	return [
		`Files: ${files.length} chosen by their names, ${preferred.length} of them before others`,
		...preferred.map(({ file, passedOver }) => `chosen ${file}, not ${passedOver.join(', ')}`)
	].join('\n');
}
