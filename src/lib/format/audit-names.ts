import type { Lang } from '../messages/index.ts';

/** What a report of an audit names in English, the language of the source code, in Dutch. */
const dutch: Readonly<Record<string, string>> = {
	// Samplers.
	sampler: 'een losse trekking',
	'Bernoulli(exp(-x))': 'loting met kans exp(-x)',
	'discrete Laplace, one round': 'Laplace-ruis, één ronde',
	'discrete Gaussian by rejection, one round': 'normale ruis door afwijzen, één ronde',
	'discrete Gaussian by strides, one round': 'normale ruis in stappen, één ronde',
	'discrete Gaussian by table, each threshold': 'normale ruis uit een tabel, elke grens',
	// Releases that are made for the audit itself.
	'audit-counts-and-sums': 'proefpublicatie met aantallen en bedragen',
	'audit-series': 'proefpublicatie met perioden',
	'audit-households': 'proefpublicatie met huishoudens uit CBS-tabellen',
	// Faults of the noise.
	'no noise': 'geen ruis',
	'one draw for every release': 'één trekking voor alle publicaties',
	'each draw used for two cells': 'elke trekking voor twee cijfers gebruikt',
	'noise without its sign': 'ruis die nooit negatief is',
	'a quarter of the variance missing': 'een kwart van de variantie te weinig',
	'half the standard deviation: the contribution counted once of twice':
		'half zo brede ruis: de bijdrage één keer geteld in plaats van twee keer',
	'twice the variance: more noise than is stated': 'twee keer de variantie: meer ruis dan er staat',
	'minus zero accepted: zero twice as likely': 'min nul telt mee: nul komt twee keer zo vaak voor',
	'draws beyond two standard deviations thrown away': 'grote uitschieters weggegooid',
	'the acceptance step left out: a Laplace law': 'de laatste stap overgeslagen: een andere soort ruis',
	'"at most" for "below" in the comparison of a uniform draw':
		'“hooguit” in plaats van “minder dan” bij een vergelijking',
	'rounded floating-point noise from uniforms of two decimals':
		'afgeronde ruis uit getallen met twee cijfers achter de komma',
	// Faults of a release.
	'the rows of a unit are not limited': 'het aantal rijen van een huishouden heeft geen grens',
	'an amount is not clipped': 'een bedrag heeft geen grens',
	'the spells of a unit are not limited': 'het aantal perioden van een huishouden heeft geen grens',
	'the price is for one row, and a unit may have two':
		'de prijs geldt voor één rij, en een huishouden mag er twee hebben',
	'one table more than was charged for': 'één tabel meer dan is betaald',
	'the charge follows the number of rows': 'de prijs hangt af van het aantal rijen',
	'cells of zero are left out': 'cijfers die nul zijn, ontbreken',
	'counts below five are hidden': 'aantallen onder de vijf zijn verborgen',
	'noise only where something was counted': 'alleen ruis waar iets is geteld',
	'the variance follows the largest count': 'de ruis hangt af van het grootste aantal',
	'one table has no noise': 'één tabel heeft geen ruis',
	'two tables have the same noise': 'twee tabellen hebben dezelfde ruis',
	'the mean of two answers to one charge': 'het gemiddelde van twee antwoorden voor één prijs',
	'the charge comes after the reading': 'er wordt pas na het lezen betaald',
	'a code that is not listed stops the release': 'een onbekende code stopt de publicatie',
	'a message tells of rows without a region': 'een melding verraadt rijen zonder gebied',
	'a question for each cell that occurs': 'een vraag voor elk cijfer dat voorkomt',
	'the bundle tells the number of rows': 'de bestanden verraden het aantal rijen',
	// Rules.
	'same-outcome': 'zelfde afloop',
	'within-price': 'niet boven de prijs',
	'every-cell': 'elk cijfer aanwezig',
	'same-charge': 'zelfde prijs',
	'charged-first': 'eerst betalen',
	'noise-first': 'eerst ruis, dan tellen',
	'planned-noise': 'ruis volgens plan',
	'same-noise': 'zelfde hoeveelheid toeval',
	'same-queries': 'zelfde vragen',
	'same-messages': 'zelfde meldingen',
	'same-order': 'zelfde volgorde',
	'same-bundle': 'zelfde bestanden'
};

export interface Named {
	readonly text: string;
	/** Language of the text. */
	readonly lang: Lang;
}

/** A name from a report in the visitor's language; a name that is new to the dashboard stays English. */
export function auditName(name: string, lang: Lang): Named {
	const text = lang === 'nl' && Object.hasOwn(dutch, name) ? dutch[name] : undefined;
	return text === undefined ? { text: name, lang: 'en' } : { text, lang };
}

/** Which of the rows with its name each row is, and of how many: one release has noise of several widths. */
export function placesOf(names: readonly string[]): { readonly nth: number; readonly of: number }[] {
	return names.map((name, i) => {
		const before = names.slice(0, i).filter((other) => other === name).length;
		return { nth: before + 1, of: names.filter((other) => other === name).length };
	});
}
