export const compareRegions = {
	title: 'Vergelijken'
};
