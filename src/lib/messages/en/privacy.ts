import type { Texts } from '../nl.ts';
import type { privacy as nl } from '../nl/privacy.ts';

export const privacy: Texts<typeof nl> = {
	title: 'Privacy'
};
