export const cards = {
	title: 'Valideren'
};
