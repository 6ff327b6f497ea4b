// The page of data, and what can be taken along from every view.

export const downloads = {
	title: 'Gegevens'
};
