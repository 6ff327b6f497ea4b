// The council brief: two pages about a region.

export const brief = {
	title: 'Raadsbrief'
};
