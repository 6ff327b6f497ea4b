import type { Texts } from '../nl.ts';
import type { finding as nl } from '../nl/finding.ts';

export const finding: Texts<typeof nl> = {
	title: 'Find a region'
};
