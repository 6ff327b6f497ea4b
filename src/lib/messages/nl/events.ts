export const events = {
	title: 'Levensgebeurtenissen'
};
