export const compareRegions = {
	title: 'Compare'
};
