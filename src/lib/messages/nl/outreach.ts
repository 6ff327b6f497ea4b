export const outreach = {
	title: 'Prioriteren'
};
