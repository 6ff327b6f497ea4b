// Hard words that the pages use, explained. A word that is neither here nor in `b1-words.txt` may not be used in a Dutch text.

export const words = {
	title: 'Woorden uitgelegd',
	lead: 'Deze woorden komt u op de pagina’s tegen. Hier staat wat ze betekenen.',
	terms: [
		{ term: 'aanname', meaning: 'Iets waarvan we uitgaan, omdat we het niet precies weten.' },
		{ term: 'API', meaning: 'Een adres waar een computerprogramma de cijfers kan ophalen.' },
		{ term: 'arbeidsongeschikt', meaning: 'Niet of minder kunnen werken door ziekte of een beperking.' },
		{ term: 'audit', meaning: 'Een onderzoek dat nagaat of iets klopt.' },
		{ term: 'Brier-score', meaning: 'Een maat voor hoe goed kansen zijn geschat. Laag is goed.' },
		{ term: 'COROP-gebied', meaning: 'Een groep gemeenten rond een grotere plaats. Nederland heeft er 40.' },
		{ term: 'csv', meaning: 'Een bestand met een tabel als gewone tekst. Excel kan het openen.' },
		{ term: 'delta', meaning: 'De kleine kans dat de belofte over epsilon een keer niet geldt.' },
		{ term: 'epsilon', meaning: 'Een maat voor wat cijfers hooguit over één huishouden verraden. Laag is veilig.' },
		{ term: 'indicator', meaning: 'Een cijfer dat iets zegt over een onderwerp, zoals laag inkomen.' },
		{ term: 'interval', meaning: 'Een laagste en een hoogste waarde. Het echte aantal ligt daar bijna altijd tussen.' },
		{ term: 'instroom', meaning: 'Wie er in een periode bij is gekomen.' },
		{ term: 'JSON-stat', meaning: 'Een bestand met cijfers voor computerprogramma’s.' },
		{
			term: 'kwantiel',
			meaning: 'Een waarde met een vast deel eronder. De helft ligt bijvoorbeeld onder de middelste waarde.'
		},
		{ term: 'kwijtschelding', meaning: 'Een schuld die u niet meer hoeft te betalen.' },
		{ term: 'landsdeel', meaning: 'Een groep provincies: noord, oost, west of zuid.' },
		{ term: 'levensgebeurtenis', meaning: 'Iets wat uw leven verandert, zoals een scheiding of een kind.' },
		{ term: 'licentie', meaning: 'De regels voor wie iets wil gebruiken.' },
		{ term: 'manifest', meaning: 'Een lijst van wat er in een publicatie zit.' },
		{ term: 'marge', meaning: 'Hoeveel een cijfer hoger of lager kan zijn.' },
		{ term: 'meting', meaning: 'Eén keer tellen, met ruis erbij.' },
		{ term: 'peildatum', meaning: 'De dag waarop is geteld.' },
		{ term: 'procentpunt', meaning: 'Het verschil tussen twee percentages. Van 4% naar 6% is 2 procentpunt.' },
		{ term: 'publicatie', meaning: 'Cijfers die samen naar buiten zijn gebracht.' },
		{ term: 'register', meaning: 'Een lijst die de overheid bijhoudt, bijvoorbeeld van inkomens.' },
		{
			term: 'rho',
			meaning: 'De prijs van een publicatie: hoeveel ze samen hooguit over één huishouden verraadt. Laag is veilig.'
		},
		{ term: 'ruis', meaning: 'Een willekeurig getal dat bij elk aantal is opgeteld. Zo is niemand te herkennen.' },
		{
			term: 'sha-256',
			meaning: 'Een lange code die bij één bestand hoort. Verandert het bestand, dan verandert de code.'
		},
		{ term: 'sigma²', meaning: 'Een maat voor hoe groot de ruis is.' },
		{ term: 'signaal', meaning: 'Iets dat meer stijgt dan ruis en seizoen verklaren.' },
		{ term: 'standaardfout', meaning: 'Hoeveel een cijfer gewoonlijk afwijkt door de ruis.' },
		{ term: 'steekproef', meaning: 'Een deel van de mensen, door het lot gekozen.' },
		{ term: 'toetswaarde', meaning: 'De kans op zo’n uitkomst als er niets aan de hand is. Laag is verdacht.' },
		{ term: 'uitstroom', meaning: 'Wie er in een periode af is gegaan.' },
		{ term: 'verhouding', meaning: 'Hoeveel keer zo groot of zo vaak iets is.' },
		{ term: 'xlsx', meaning: 'Een bestand voor Excel.' },
		{ term: 'inburgeren', meaning: 'Nederlands leren en leren hoe Nederland werkt, als u uit een ander land komt.' },
		{ term: 'nabestaande', meaning: 'Familie of partner van iemand die is overleden.' },
		{ term: 'prioriteren', meaning: 'Kiezen wat u eerst doet.' },
		{ term: 'studiefinanciering', meaning: 'Geld van de overheid om een opleiding te volgen.' },
		{ term: 'valideren', meaning: 'Nagaan of cijfers en waarschuwingen kloppen.' },
		{ term: 'verantwoording', meaning: 'Uitleggen wat u deed, en waarom.' },
		{ term: 'vuistregel', meaning: 'Een simpele regel die vaak goed genoeg is.' },
		{ term: 'kruimelpad', meaning: 'De rij links boven een pagina: van heel Nederland naar dit gebied.' },
		{ term: 'grootheid', meaning: 'Wat een getal meet, zoals een aandeel of een aantal.' }
	]
};
