export const events = {
	title: 'Life events'
};
