// The figures of one region, and the names of what stands below them.

export const sections = {
	region: 'Gebied',

	beside: 'Zet er een ander gebied naast',
	besideLine: (names: string) => `Gestreepte lijnen: ${names}.`,

	certainty: 'Hoe zeker is dit cijfer?',
	certaintyCaption: (indicator: string, region: string) => `${indicator} in ${region}: twintig mogelijke waarden`,
	certaintyNote: 'Elke stip is even waarschijnlijk. Samen zeggen ze waar het echte cijfer kan liggen.',
	dot: 'Stip',
	value: 'Waarde',

	flows: 'Erin, erin zitten, eruit',

	heat: 'Risicogroepen in één oogopslag',

	explore: 'Naast elkaar door de tijd'
};
