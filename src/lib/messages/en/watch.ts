export const watch = {
	title: 'Signals'
};
