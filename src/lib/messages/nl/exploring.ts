// Charts that only some pages show.

export const exploring = {
	title: 'Uitgelicht'
};
