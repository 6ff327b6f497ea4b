export const cards = {
	title: 'Validate'
};
