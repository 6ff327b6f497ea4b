// The menu beside each chart that makes a file of it.

export const saving = {
	svg: 'Afbeelding (SVG)',
	png: 'Afbeelding (PNG)',
	csv: 'Cijfers (CSV)',
	saved: 'Het bestand is gemaakt.',
	notSaved: 'Het bestand maken lukt niet in deze browser.',
	taken: (address: string, date: string) => `${address}, gemaakt op ${date}.`
};
