import type { Texts } from '../nl.ts';
import type { exploring as nl } from '../nl/exploring.ts';

export const exploring: Texts<typeof nl> = {
	title: 'In focus'
};
