import type { Texts } from '../nl.ts';
import type { downloads as nl } from '../nl/downloads.ts';

export const downloads: Texts<typeof nl> = {
	title: 'Data'
};
