// Searching while typing, and the way between regions.

export const finding = {
	title: 'Zoek een gebied'
};
