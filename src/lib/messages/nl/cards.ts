// The page with a card for each indicator: how far its warnings can be trusted.

export const cards = {
	title: 'Valideren',
	heading: 'Hoe goed zijn de waarschuwingen?',
	lead: 'Per cijfer ziet u wat we kunnen zien en wat niet. En of onze kansen kloppen, ook vergeleken met een vuistregel.',
	none: 'Er zijn hier nog geen kaarten. Ze komen bij de eerste publicatie waarover wordt gewaarschuwd.',
	unknown: 'niet bekend',
	moreThan: (size: string) => `meer dan ${size}`,
	rests: (from: string, to: string) =>
		from === to ? `Deze kaart rust op ${from}.` : `Deze kaart rust op ${from} tot en met ${to}.`,
	told: (period: string) => `Signalen noemen we vanaf ${period}. Van de periodes ervoor leert het model wat gewoon is.`,
	noModel:
		'Er zijn te weinig periodes voor een model. Daarvoor zijn vier jaar aan maanden of kwartalen nodig, of vijf jaarcijfers.',
	definition: 'Wat dit cijfer precies telt',
	use: 'Waarvoor wel en waarvoor niet',
	allowed: 'Wel',
	forbidden: 'Niet',
	allowedFor: [
		'Zien waar een stijging waarschijnlijk is, en daar met mensen gaan praten.',
		'Hulp verdelen over gebieden en groepen.',
		'Nagaan of een vuistregel of een gevoel klopt.'
	],
	forbiddenFor: [
		'Besluiten over één persoon of één huishouden.',
		'Gebieden belonen of straffen.',
		'Zeggen wat de oorzaak is.'
	],

	seen: 'Wat kunnen we zien?',
	seenText:
		'Hoe minder mensen in een gebied, hoe groter een stijging moet zijn voordat we die zien. Daarom noemen we per soort gebied wat de kleinste is.',
	seenCaption: 'Wat we zien, per soort gebied',
	seenNote:
		'Aantal, ruis en kleinste stijging zijn van het middelste gebied. De kleinste stijging vinden we binnen een half jaar in 4 van de 5 gevallen.',
	tooSmallNote:
		'Te klein of te onrustig: in dit deel van de gebieden zien we alleen een stijging van meer dan de helft. Een heel land is niet klein, maar het cijfer kan er sterk wisselen.',
	openedNote:
		'Nieuwe signalen: zo veel gaan er gemiddeld per periode open. Een signaal van eerder telt niet mee, ook als het nog open staat.',
	falseNote: (times: string) =>
		`Loze signalen: zo veel zouden er per periode komen als er nergens iets stijgt. Dat is ${times} keer nagebootst met de echte ruis.`,
	regions: 'Gebieden',
	number: 'Hoeveel',
	known: 'Bekend',
	count: 'Aantal',
	noise: 'Ruis',
	detectable: 'Kleinste stijging',
	tooSmall: 'Te klein of te onrustig',
	opened: 'Nieuwe signalen per periode',
	expectedFalse: 'Loos per periode',
	breaks: (n: string) => `Bekende veranderingen in de levering, opgeteld over de gebieden: ${n}.`,
	atCount: 'Welke stijging zien we bij welk aantal?',
	within: (months: string) => `Binnen ${months} maanden`,
	atCountText: (level: string, noise: string) =>
		`Voor een ${level} met de gewone ruis van dit cijfer (${noise}). Zoek het aantal dat bij uw gebied hoort.`,

	rules: 'Beter dan een vuistregel?',
	rulesText: [
		'We doen alsof elke periode net is gepubliceerd. Het model kent alleen wat er toen was. Daarna kijken we wat er kwam.',
		'Een waarschuwing komt uit als het half jaar erna meer dan 10% hoger ligt dan een jaar eerder. Bij jaarcijfers kijken we een jaar verder.',
		'Ook die latere cijfers hebben ruis. Daarom haalt geen enkele regel 100%.'
	],
	rulesCaption: (level: string, from: string, to: string) => `${level}, van ${from} tot en met ${to}`,
	rule: 'Regel',
	warnings: 'Waarschuwingen',
	confirmed: 'Kwam uit',
	atSame: 'Kwam uit bij evenveel waarschuwingen',
	found: 'Van alle stijgingen gezien',
	ruleNames: {
		model: 'Ons model',
		tested: 'Simpele toets: verschil met een jaar eerder, met bekende ruis',
		year_ago_20: '20% hoger dan een jaar eerder',
		previous_20: '20% hoger dan de periode ervoor'
	},
	base: (part: string) => `Wie zomaar gebieden aanwijst, heeft in ${part} van de gevallen gelijk.`,
	better: 'Bij evenveel waarschuwingen komt het model vaker uit dan elke vuistregel.',
	notBetter: 'Bij evenveel waarschuwingen doet een vuistregel het hier minstens zo goed als het model.',
	fewWarnings: 'Het model waarschuwde hier te weinig om te zeggen welke regel beter is.',
	tooFew: 'te weinig',
	notScored: 'Er zijn nog te weinig latere periodes om dit na te gaan.',

	calibration: 'Kloppen de kansen?',
	calibrationText:
		'Het model geeft bij elke periode een kans: ligt het half jaar erna meer dan 10% hoger? Zegt het 70%, dan moet dat 7 van de 10 keer zo zijn.',
	calibrationCaption: 'Wat we zeiden en wat er kwam',
	calibrationNote: 'Op de lijn klopt de kans precies. De balk laat zien hoe ver toeval een goede kans kan verplaatsen.',
	stated: 'kans die we gaven',
	realised: 'kwam uit',
	cases: 'Gevallen',
	bin: (stated: string, realised: string, count: string) =>
		`${stated} gegeven, ${realised} kwam uit (${count} gevallen)`,
	skill: (better: string) =>
		`De kansen zijn ${better} beter dan altijd het gemiddelde zeggen. Wie alles vooraf weet, haalt 100%.`,
	noSkill: 'De kansen zijn hier niet beter dan altijd het gemiddelde zeggen.',
	scoreParts: 'Voor kenners: de score in delen',
	brier: (brier: string, miscalibration: string, discrimination: string, uncertainty: string) =>
		`Brier-score ${brier} = ${miscalibration} (kansen die niet kloppen) − ${discrimination} (onderscheid) + ${uncertainty} (onzekerheid).`,
	auc: (auc: string, lower: string, upper: string) =>
		`Neem een gebied dat steeg en een dat niet steeg. In ${auc} van de gevallen had het eerste de hoogste kans (95% zeker: ${lower} tot ${upper}).`,

	cbs: 'Kloppen de cijfers met die van het CBS?',
	cbsText:
		'We leggen onze cijfers naast cijfers die het CBS zelf publiceert. Een verschil komt door de ruis, door afronden of door een andere manier van tellen.',
	cbsNone: 'Het CBS publiceert geen cijfer dat op dezelfde manier telt. Daarom vergelijken we hier niets.',
	cbsCaption: 'Heel Nederland, per jaar',
	cbsRegion: 'Gemeente',
	cbsYear: 'Jaar',
	cbsOurs: 'Wij',
	cbsTheirs: 'CBS',
	cbsDifference: 'Verschil, in procentpunt',
	cbsSame: 'geen verschil te zien',
	cbsRegions: (regions: string, period: string, of: string) =>
		period === of
			? `Per gemeente, over ${period} (${regions} gemeenten)`
			: `Per gemeente (${regions} gemeenten): wij over ${period}, het CBS over ${of}`,
	cbsLikeness: (correlation: string, apart: string) =>
		`De samenhang is ${correlation}. Bij 1 lopen beide cijfers gelijk op. Gemiddeld liggen ze ${apart} uit elkaar. Ruis in kleine gemeenten maakt de samenhang lager.`,
	cbsWithin: (within: string, regions: string) =>
		`Bij ${within} van de ${regions} gemeenten kan het hele verschil komen door ruis en afronden.`,
	cbsLargest: 'Waar het verschil het grootst is',
	cbsSource: (source: string) => `Bron: ${source}.`,

	audit: 'Voor wie werkt het minder goed?',
	auditText:
		'Kleine gebieden en kleine groepen zien we slechter. Geen signaal betekent daar niet dat er niets is. Dat heet een blinde vlek.',
	bySize: (levels: string) => `${levels}, van klein naar groot`,
	byGroup: (levels: string) => `Per groep (${levels.toLowerCase()})`,
	partOf: 'Deel',
	series: 'Reeksen',
	signalled: 'Tijd met een signaal',
	bias: 'Kansen',
	fair: 'kloppen gemiddeld',
	tooHigh: (points: string) => `${points} te hoog`,
	tooLow: (points: string) => `${points} te laag`,
	blind: 'blinde vlek',
	blindNote: 'Blinde vlek: bij meer dan de helft zien we alleen een stijging van meer dan de helft.',
	fifths: ['kleinste vijfde', 'tweede vijfde', 'middelste vijfde', 'vierde vijfde', 'grootste vijfde'],
	allGroups: (n: string) => `Toon alle ${n} groepen`
};
