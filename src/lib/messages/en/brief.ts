import type { Texts } from '../nl.ts';
import type { brief as nl } from '../nl/brief.ts';

export const brief: Texts<typeof nl> = {
	title: 'Council brief'
};
