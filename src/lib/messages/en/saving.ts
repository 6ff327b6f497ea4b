import type { Texts } from '../nl.ts';
import type { saving as nl } from '../nl/saving.ts';

export const saving: Texts<typeof nl> = {
	svg: 'Image (SVG)',
	png: 'Image (PNG)',
	csv: 'Figures (CSV)',
	saved: 'The file has been made.',
	notSaved: 'This browser cannot make the file.',
	taken: (address, date) => `${address}, made on ${date}.`
};
