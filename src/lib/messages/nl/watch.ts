export const watch = {
	title: 'Signalen'
};
