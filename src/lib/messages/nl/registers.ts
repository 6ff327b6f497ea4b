// What an organisation that uses Voorzicht can put into the registers that it keeps. Its own names stand between brackets.

export const registers = {
	title: 'Teksten voor registers',
	lead: 'Gebruikt uw gemeente deze website? Dan kunt u deze teksten overnemen in uw registers. Vul zelf in wat tussen haken staat.',
	link: 'Teksten voor het Algoritmeregister en het register van verwerkingen',
	check: 'Laat de tekst nakijken door uw functionaris gegevensbescherming. U blijft er zelf verantwoordelijk voor.',
	entries: [
		{
			id: 'algoritmeregister',
			title: 'Algoritmeregister',
			about: 'De velden volgen de standaard van het Algoritmeregister van de overheid.',
			fields: [
				{ name: 'Naam', text: ['Voorzicht: risico op armoede en schulden per gebied'] },
				{ name: 'Organisatie', text: ['[naam van uw gemeente]'] },
				{
					name: 'Korte omschrijving',
					text: [
						'Laat per gebied en per groep zien hoe groot het aandeel huishoudens met een laag inkomen of problematische schulden is. Meldt waar dat waarschijnlijk stijgt.'
					]
				},
				{ name: 'Contact', text: ['[adres voor vragen]'] },
				{
					name: 'Doel en impact',
					text: [
						'De gemeente ziet eerder waar en bij welke groepen hulp nodig is. Ze kan daarmee hulp verdelen en beleid maken.',
						'De cijfers gaan over gebieden en groepen. Niemand krijgt een besluit, brief of bezoek omdat dit algoritme hem of haar aanwijst. Dat kan ook niet.'
					]
				},
				{
					name: 'Afwegingen',
					text: [
						'Zonder deze cijfers ziet de gemeente armoede vaak pas als het te laat is. Ze zou dan gegevens van mensen zelf moeten zoeken. Cijfers met ruis zijn genoeg voor dit doel, en beschermen iedereen die meetelt.',
						'Kleine gebieden en kleine groepen zien we slechter. Op de pagina Valideren staat voor wie dat geldt. Er is geen verdeling naar afkomst of nationaliteit.'
					]
				},
				{
					name: 'Menselijke tussenkomst',
					text: [
						'Mensen lezen de cijfers en beslissen zelf wat ze doen. Een melding is een reden om te gaan kijken, geen besluit.'
					]
				},
				{
					name: 'Risico’s en wat we eraan doen',
					text: [
						'Herkenning van mensen: op elk aantal zit ruis, met een vast budget en een kasboek. De bescherming wordt getest met aanvallen.',
						'Loze meldingen: het aandeel daarvan wordt beperkt en gemeten.',
						'Verkeerd gebruik: bij elk cijfer staat waarvoor het niet bedoeld is.'
					]
				},
				{
					name: 'Wettelijke basis',
					text: [
						'Wet gemeentelijke schuldhulpverlening, artikel 2: het plan van de gemeenteraad. Voor het tellen: Wet op het Centraal bureau voor de statistiek, artikel 37 (gegevens alleen voor statistiek). [Vul aan voor uw gemeente.]'
					]
				},
				{ name: 'Impacttoetsen', text: ['[DPIA, datum] [IAMA, datum]'] },
				{
					name: 'Gegevens',
					text: [
						'Aantallen huishoudens of personen per gebied en groep, met ruis. Ze zijn gemaakt uit registers van het CBS. De website zelf heeft geen gegevens van mensen.'
					]
				},
				{
					name: 'Technische werking',
					text: [
						'Op een afgesloten plek worden huishoudens geteld. Bij elk aantal komt ruis uit een vaste verdeling. Daarna worden de aantallen op elkaar afgestemd, zodat buurten optellen tot de gemeente. Een statistisch model schat per gebied wat gewoon is, en meldt een stijging die ruis en seizoen niet verklaren. De methode is openbaar.'
					]
				},
				{ name: 'Leverancier en broncode', text: ['Open broncode onder de licentie EUPL-1.2. [adres van de broncode]'] }
			]
		},
		{
			id: 'verwerkingen',
			title: 'Register van verwerkingen: de website',
			about:
				'Volgens artikel 30 van de AVG. De cijfers op deze website gaan niet over personen. Wel komt er kort een adres van bezoekers langs.',
			fields: [
				{ name: 'Verantwoordelijke', text: ['[naam en contact van uw gemeente; functionaris gegevensbescherming]'] },
				{ name: 'Doel', text: ['Cijfers tonen, en de website beschermen tegen te veel verkeer.'] },
				{ name: 'Van wie', text: ['Bezoekers van de website.'] },
				{
					name: 'Welke gegevens',
					text: [
						'Het internetadres van een bezoeker, tot op een deel van het netwerk. Geen cookies, geen account, geen andere websites.',
						'Wat een bezoeker zelf bij signalen opschrijft, blijft in de eigen browser.'
					]
				},
				{ name: 'Wie het krijgt', text: ['Niemand. Er gaat niets naar andere landen.'] },
				{
					name: 'Hoe lang',
					text: ['Hooguit een minuut, in het geheugen. [Houdt uw server een logboek bij? Vul dat aan.]']
				},
				{
					name: 'Beveiliging',
					text: ['De website kan de cijfers alleen lezen. Ze heeft geen toegang tot de plek waar wordt geteld.']
				}
			]
		},
		{
			id: 'tellen',
			title: 'Register van verwerkingen: het tellen',
			about:
				'Voor de organisatie die de cijfers maakt, zoals een bureau voor statistiek. Volgens artikel 30 van de AVG.',
			fields: [
				{ name: 'Verantwoordelijke', text: ['[naam en contact van de organisatie; functionaris gegevensbescherming]'] },
				{
					name: 'Doel',
					text: [
						'Statistiek over armoede, schulden en levensgebeurtenissen, per gebied en groep. Nooit iets over één persoon.'
					]
				},
				{ name: 'Van wie', text: ['Inwoners van Nederland.'] },
				{
					name: 'Welke gegevens',
					text: [
						'Per persoon of huishouden, met een nummer zonder betekenis: leeftijd, soort huishouden, woonplek, inkomen, vermogen, uitkering, werk, geregistreerde schulden en levensgebeurtenissen. Zonder naam of adres.'
					]
				},
				{ name: 'Wie het krijgt', text: ['Niemand krijgt deze gegevens. Alleen aantallen met ruis gaan naar buiten.'] },
				{
					name: 'Hoe lang',
					text: ['De gegevens blijven waar ze al waren. Het bestand om te tellen bestaat alleen tijdens het tellen.']
				},
				{
					name: 'Beveiliging',
					text: [
						'Een afgesloten plek zonder internet. Een kasboek dat niemand ongemerkt kan veranderen. Elke uitgave van het budget staat erin, voordat er wordt geteld.'
					]
				}
			]
		}
	]
};
