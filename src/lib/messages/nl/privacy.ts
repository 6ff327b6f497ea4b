// The privacy page.

export const privacy = {
	title: 'Privacy'
};
