// The feed of signals.

export const feed = {
	entry: (about: string, size: string | null, certainty: string) =>
		`${about} – ${size === null ? 'een stijging' : size}, ${certainty}`,
	of: (period: string) => `Dit is de stand van ${period}.`,
	closed: (about: string) => `Niet meer open: ${about}`,
	closedText: 'Dit signaal staat niet meer open: we zien de stijging niet meer.',
	nowSupply: 'Dit signaal staat niet meer open. Nu lijkt het aan de levering van gegevens te liggen.',
	lastOpen: (period: string) => `Het stond nog open in ${period}.`
};
