// The page of signals, and what is told of them elsewhere.

export const watch = {
	title: 'Signalen',
	heading: 'Wat stijgt er?',
	lead: 'Hier staat wat sterker stijgt dan ruis en seizoen verklaren. Een signaal is een reden om te gaan kijken. Het is geen bewijs.',
	all: 'Alle cijfers',
	allLevels: 'Alle soorten gebieden',
	everywhere: 'Overal',
	within: 'Binnen gebied',
	latest: 'U ziet van elk cijfer de laatste periode.',
	follow: 'Volg deze signalen als feed (Atom)',

	open: 'Open signalen',
	summary: (count: string, one: boolean, wrong: string) =>
		`Er ${one ? 'staat' : 'staan'} ${count} ${one ? 'signaal' : 'signalen'} open. Daarvan ${/(^| )1$/.test(wrong) ? 'is' : 'zijn'} er naar verwachting ${wrong} vals.`,
	/** Signals that another one of the list explains. */
	belonging: (count: string) =>
		count === '1'
			? 'Eén ervan hoort bij een ander signaal in deze lijst.'
			: `${count} ervan horen bij een ander signaal in deze lijst.`,
	fewWrong: 'minder dan 1',
	none: 'Er staan geen signalen open.',
	noneQuiet: 'We zien niets stijgen dat groter is dan de ruis.',
	noneSmall: 'Maar alle gebieden zijn te klein om alleen te bewaken. Wij zien dus ook geen stijging als die er wel is.',
	noneYet:
		'Dit cijfer wordt nog niet bewaakt. Daarvoor zijn genoeg periodes nodig: vier jaar aan maanden of kwartalen, of vijf jaarcijfers.',
	noneAny:
		'We zien niets stijgen dat groter is dan de ruis. Een cijfer wordt bewaakt als het genoeg periodes heeft: vier jaar aan maanden of kwartalen, of vijf jaarcijfers.',
	shown: (shown: string, total: string) => `U ziet de ${shown} zekerste van ${total}.`,
	order: 'De stijging die we het zekerst weten, staat bovenaan.',
	chance: (times: string) => `van zulke signalen zijn er ${times} echt`,
	sizeNation: (change: string) => `${change} dan een jaar eerder, boven op de verandering in het hele land`,
	sizeItself: (change: string) => `${change} dan een jaar eerder`,
	noSize: 'De levering is in dit jaar veranderd. Daarom zeggen we niet hoe groot de stijging is.',
	sizeWithheld: 'Het gaat om heel weinig mensen. Daarom zeggen we niet hoe groot de stijging is.',
	intervals: (eighty: string, ninetyFive: string) => `80% zeker: ${eighty}. 95% zeker: ${ninetyFive}.`,
	figure: 'Het cijfer zelf',
	opened: (period: string) => `Signaal sinds ${period}.`,
	onset: (period: string) => `De stijging begon waarschijnlijk in ${period}.`,
	onsetThen: 'Toen begon de stijging waarschijnlijk ook.',
	longAgo: 'Dat is een jaar of langer geleden. Vergeleken met een jaar eerder ziet u dan niet de hele stijging.',
	courseNation: (before: string, now: string) =>
		`Net voor de stijging was het cijfer ${before} dat van het hele land, nu ${now}.`,
	courseItself: (before: string, now: string) => `Net voor de stijging was het ${before}, nu ${now}.`,
	lastYear: (size: string) => `Nu is het ${size}.`,
	closing: 'De kans is gedaald. Blijft dat zo, dan gaat het signaal dicht.',
	explainedBy: (name: string) => `De stijging hoort vooral bij ${name}.`,
	explainedBySelf: 'De stijging zit in het hele gebied.',
	scale: (low: string, high: string) =>
		`De stip is de stijging. De lijn loopt van ${low} tot ${high}; het streepje staat bij 0%. Het dikke deel is 80% zeker, het dunne 95%.`,
	baselineText: (count: string) =>
		`De simpele toets vergelijkt met dezelfde periode een jaar eerder. Die noemt hier ${count === '1' ? '1 stijging' : `${count} stijgingen`}. Die toets kijkt maar naar twee periodes en geeft vaker een vals signaal.`,
	baselineToo: 'De simpele toets ziet dit ook.',
	baselineNot: 'De simpele toets ziet dit niet.',

	supply: 'Waarschijnlijk de levering',
	supplyText:
		'Deze gebieden stijgen bij één cijfer allemaal tegelijk. Kijk eerst of de levering van gegevens is veranderd, en dan pas of de armoede stijgt.',
	supplyCount: (count: string, indicator: string) => `${indicator}: ${count} signalen tegelijk`,
	breaks: 'Bekende veranderingen in de levering',
	breaksText: 'Cijfers van ervoor en erna zijn niet te vergelijken. Rond zo’n verandering noemen we geen stijging.',
	breakOf: (period: string, indicators: string, reason: string) =>
		`Vanaf ${period}: ${reason}. Cijfers: ${indicators}.`,
	breakIn: (regions: string) => `In ${regions === '1' ? '1 gebied' : `${regions} gebieden`}.`,

	small: 'Te klein om alleen te bewaken',
	smallText:
		'In een te klein gebied zien we alleen een stijging van meer dan de helft. Waar dat kan, bewaken we het grotere gebied eromheen.',
	smallChoose: 'Kies hierboven één cijfer. Dan ziet u hier welke gebieden te klein zijn.',
	smallNone: 'Voor deze keuze is geen gebied te klein.',
	smallLevel: (level: string, small: string, all: string) => `${level}: ${small} van de ${all} te klein`,
	smallList: (count: string) => `Toon de gebieden (${count})`,
	smallShown: (shown: string, total: string) =>
		`U ziet er ${shown} van de ${total}. Kies een gebied om er minder te zien.`,
	sources: 'Uit deze publicaties',
	region: 'Gebied',
	detectable: 'Kleinste stijging die we zouden zien',
	notDetectable: 'niet te zeggen',
	watchedBy: 'Bewaakt door',
	watchedByNone: 'geen gebied',
	regionLead: (region: string) => `Zo staat ${region} ervoor als we seizoen en toeval eruit halen.`,
	quiet: 'We zien niets stijgen.',
	quietSees: (size: string) =>
		`We zien niets stijgen. Een stijging van ${size} in een half jaar zouden we meestal zien.`,
	supplyState: 'Dit stijgt tegelijk met veel andere gebieden. Kijk eerst naar de levering.',
	tooSmall: 'Dit gebied is te klein om alleen te bewaken.',
	tooSmallBy: (name: string) =>
		`Dit gebied is te klein om alleen te bewaken. We bewaken het samen met de rest van ${name}.`,
	chartNation: (indicator: string, region: string) => `${indicator}: ${region} vergeleken met het hele land`,
	chartItself: (indicator: string, region: string) => `${indicator}: ${region}, zonder seizoen`,
	chartShow: 'Toon het verloop zonder seizoen en ruis',
	chartNote: 'Banden: 50%, 80% en 95% zekerheid. Lichte punten: de cijfers zelf, met ruis.',
	chartSame: 'Grijze lijn: even hoog als het hele land.',
	chartBreak: 'Stippellijn: de levering is veranderd.',
	level: 'Niveau',
	levelInterval: '95% zeker',
	state: 'Signaal',
	states: { quiet: 'geen', signal: 'open', supply: 'levering', too_small: 'te klein' }
};
