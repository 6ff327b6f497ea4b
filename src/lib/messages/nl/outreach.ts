// The page of the outreach plan.

type Channel = 'visit' | 'call' | 'letter';
type Unit = 'person' | 'household';

const units = (unit: Unit) => (unit === 'person' ? 'personen' : 'huishoudens');

export const outreach = {
	title: 'Prioriteren',
	lead: 'Vul in wat uw team kan doen. U krijgt een plan: welke groepen eerst, op welke manier, en hoeveel mensen u bereikt.',
	noPerson: 'Het plan gaat over groepen in gebieden. Het wijst nooit een persoon of adres aan.',
	everyone: 'iedereen',
	allEvents: 'alle levensgebeurtenissen, minder dan 1 jaar geleden',
	crossed: (attribute: string) => `${attribute} en levensgebeurtenis samen, minder dan 1 jaar geleden`,
	both: (attribute: string, code: string, event: string) =>
		`${attribute.charAt(0).toUpperCase()}${attribute.slice(1)}: ${code}, ${event.charAt(0).toLowerCase()}${event.slice(1)}`,
	form: {
		title: 'Maak een plan',
		what: 'Voor wie',
		indicator: 'Cijfer',
		region: 'Binnen welk gebied',
		level: 'Kies tussen',
		/** In the place of the regions of a level: the chosen region has no parts that are known. */
		whole: (region: string) => `alleen groepen, in heel ${region}`,
		groups: 'Indeling in groepen',
		team: 'Wat uw team kan doen',
		hours: 'Uren die u hebt',
		channel: 'Manier',
		each: 'Uren per keer',
		response: 'Reactie (%)',
		most: 'Hooguit',
		choices: 'Keuzes',
		fair: 'Eerlijk verdelen over groepen',
		yes: 'Ja: elke groep krijgt zijn deel',
		no: 'Nee: alleen zo veel mogelijk bereiken',
		learn: 'Deel om van te leren: 0 tot 10%',
		submit: 'Maak het plan',
		between: (least: string, most: string) => `Vul een getal in van ${least} tot ${most}.`,
		hint: 'Zet de reactie op 0 als u iets niet doet.'
	},
	channels: { visit: 'huisbezoek', call: 'telefoon', letter: 'brief' } as Record<Channel, string>,
	assumed: 'Dit zijn aannames. Weet u het voor uw gemeente beter? Pas ze dan aan.',
	sources: (channels: string, source: string) => `Reactie op ${channels}: ${source}.`,
	noSource: (channels: string) => `Reactie op ${channels}: onze schatting, tussen de andere twee in.`,
	hoursSource: 'De uren en aantallen zijn ronde getallen voor een klein team in een maand.',
	result: 'Zoveel bereikt u',
	reached: (n: string, unit: Unit, isOne: boolean) =>
		`${n} ${isOne ? (unit === 'person' ? 'persoon' : 'huishouden') : units(unit)}`,
	what: (indicator: string, region: string, period: string) => `${indicator}, ${region}, cijfers van ${period}`,
	range: (low: string, high: string) => `tussen ${low} en ${high}`,
	lessThanOne: 'minder dan 1',
	meaning: (unit: Unit) => `Dit zijn ${units(unit)} die het betreft én die reageren.`,
	random: (n: string) => `Met dezelfde inzet, maar zonder te kiezen: ${n}.`,
	proof: (gap: string) =>
		`Een ander plan met deze inzet haalt naar verwachting hooguit ${gap} meer. De loting telt niet mee.`,
	best: 'Geen ander plan met deze inzet haalt naar verwachting meer. De loting telt niet mee.',
	plan: 'Het plan',
	planLead: (targets: string, lines: string) =>
		`Uit ${targets} mogelijke groepen kiest het plan ${lines === '1' ? '1 regel' : `${lines} regels`}, de grootste opbrengst eerst.`,
	region: 'Gebied',
	group: 'Groep',
	contacts: 'Adressen',
	hoursUsed: 'Uren',
	expected: 'Verwacht bereik',
	total: 'Samen',
	learn: 'Leren van een loting',
	learnLead: (ties: string, n: string) =>
		`Van ${ties} groepen kunnen de cijfers niet zeggen of ze bij de hoogste horen. Daaruit geloot: ${n}.`,
	learnOne: 'Van 1 groep kunnen de cijfers niet zeggen of die bij de hoogste hoort. Die groep is geloot.',
	learnWhy: 'Het lot bepaalt ook de manier. Houd bij wie reageert: zo leert u eerlijk wat werkt.',
	learnSame: 'Dezelfde cijfers geven altijd dezelfde loting.',
	noTies:
		'Er is niets te loten: van elke groep is duidelijk of die bij de hoogste hoort. Alle uren gaan naar het plan.',
	noRoom: 'Er is te weinig tijd of ruimte om iets te loten. Alle uren gaan naar het plan.',
	fairness: 'Krijgt elke groep zijn deel?',
	fairnessLead:
		'Met eerlijk verdelen krijgt elke groep minstens 80% van zijn aandeel in de nood. De loting telt niet mee.',
	price: (cost: string, from: string) =>
		`De prijs: ongeveer ${cost} minder bereikt. Zonder eerlijk verdelen zijn het er ongeveer ${from}.`,
	priceIf: (cost: string) => `U verdeelt nu niet eerlijk. Dat wel doen kost ongeveer ${cost} minder bereikt.`,
	noPrice: 'Eerlijk verdelen kost hier bijna niets.',
	noFair: 'Met deze inzet kan niet elke groep iets krijgen. Kies meer uren, of verdeel niet over groepen.',
	needShare: 'Deel van de nood',
	reachShare: 'Deel van het bereik',
	ratio: 'Bereik gedeeld door nood',
	sizes: 'Krijgen kleine groepen hun deel?',
	sizesLead: 'Ruis maakt kleine groepen minder zichtbaar. Let dus op de eerste regel.',
	sizeNames: ['kleinste groepen', 'middelste groepen', 'grootste groepen'],
	caveats: 'Let op bij dit plan',
	caveat: {
		shrunken: 'Elk aandeel is geschat met wat andere gebieden leren. Zo beloven we niet te veel.',
		interval:
			'Het interval en de letter tellen ruis en toeval mee. Ze tellen niet mee dat de reactie bij u anders kan zijn.',
		old: (period: string) => `De cijfers zijn van ${period}. Het plan gaat ervan uit dat het risico nu hetzelfde is.`,
		same: 'We nemen aan dat iedereen even vaak reageert, ook wie hulp nodig heeft.',
		overlap: 'Wie twee dingen meemaakte, zit in twee groepen. Benader zo iemand één keer.',
		crossed:
			'Dit zijn alleen groepen die echt zijn gemeten: met genoeg huishoudens mét en zonder. Kleine groepen leunen op het landelijke cijfer.',
		use: 'Gebruik het plan om hulp aan te bieden. Gebruik het niet om mensen te controleren.'
	},
	empty: 'Nog geen plan mogelijk',
	emptyText:
		'Voor deze keuze zijn er geen schattingen per gebied. Kies een ander cijfer, gebied of een andere indeling.',
	large: 'Dit plan is te groot om precies uit te rekenen',
	largeText: 'Kies een kleiner gebied, minder uren of een lager aantal brieven.',
	nobody: 'Het plan bereikt niemand. Vul meer uren in, of een manier waarop mensen reageren.',
	/** Parts of the file with the plan. */
	csv: {
		plan: 'plan',
		drawn: 'loting'
	}
};
