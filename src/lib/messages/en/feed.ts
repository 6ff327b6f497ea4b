// The feed of signals.

export const feed = {
	entry: (about: string, size: string | null, certainty: string) =>
		`${about} – ${size === null ? 'a rise' : size}, ${certainty}`,
	of: (period: string) => `This is how it stood in ${period}.`,
	closed: (about: string) => `No longer open: ${about}`,
	closedText: 'This signal is no longer open: we do not see the rise any more.',
	nowSupply: 'This signal is no longer open. It now seems to come from the supply of data.',
	lastOpen: (period: string) => `It was still open in ${period}.`
};
