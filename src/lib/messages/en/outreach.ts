export const outreach = {
	title: 'Prioritise'
};
