import { codeOf } from './national-release.ts';

export interface Kind {
	readonly what: string;
	readonly paths: readonly string[];
}

/** Addresses of one kind of page, each asked once. */
const EACH = 40;
const YEARS = Array.from({ length: 10 }, (_, i) => String(2014 + i));

const times = <T>(of: (i: number) => T, count = EACH) => Array.from({ length: count }, (_, i) => of(i));

/** Every kind of page, at addresses that nobody asked for before: neither the server itself nor `oneOfEach`. */
export function kinds(): Kind[] {
	// The server asks for the first regions of each level by name, in Dutch.
	const region = (level: 'gemeente' | 'wijk' | 'buurt', step: number) => ({
		what: `a ${level}`,
		paths: times((i) => `/en/regio/${codeOf(level, 3 + i * step)}`)
	});
	const year = (i: number) => YEARS[i % YEARS.length]!;
	const order = (i: number) => ['zeker', 'aandeel', 'naam'][i % 3]!;
	return [
		{ what: 'overview', paths: times((i) => `/?periode=${year(i)}&volgorde=${order(i)}`, 30) },
		{
			what: 'overview of wijken',
			paths: times((i) => `${i < 10 ? '/' : '/en'}?niveau=wijk&periode=${year(i)}`, 20)
		},
		region('gemeente', 8),
		region('wijk', 81),
		region('buurt', 331),
		{ what: 'signals', paths: times((i) => `/en/signalen?gebied=${codeOf('gemeente', i * 8)}`) },
		{ what: 'life events', paths: times((i) => `/levensgebeurtenissen?gebied=${codeOf('gemeente', i * 8)}`) },
		{ what: 'outreach', paths: times((i) => `/prioriteren?uren=${40 + i}`) },
		{
			what: 'comparing two regions',
			paths: times((i) => `/vergelijken?gebied=${codeOf('gemeente', i)}&gebied=${codeOf('gemeente', 300 - i)}`)
		},
		{ what: 'validation', paths: times((i) => `/valideren?cijfer=huishoudens-nederland.${INDICATORS[i]!}`, 2) },
		{ what: 'method of a release', paths: times((i) => `/methode/vrijgave/${i + 1}`, 10) },
		{
			what: 'searching',
			paths: times((i) => `/zoek?q=${['Haar', 'Lek', 'Fries', 'Til'][i % 4]!}${Math.floor(i / 4)}`)
		}
	];
}

const INDICATORS = ['low-income', 'problematic-debts'];

/** What visitors may ask in the first seconds after a start. */
export function oneOfEach(): string[] {
	return [
		...[
			'/',
			'/signalen',
			'/levensgebeurtenissen',
			'/prioriteren',
			'/vergelijken',
			'/valideren',
			'/methode',
			'/privacy'
		],
		...(['gemeente', 'wijk', 'buurt'] as const).flatMap((level) => times((i) => `/regio/${codeOf(level, 301 + i)}`, 4))
	];
}

/** Pages that many visitors want, on the morning after the news. */
export const popular: readonly string[] = [
	...['/', '/en', '/signalen', '/methode', '/privacy', '/levensgebeurtenissen', '/valideren', '/prioriteren'],
	...times((i) => `/regio/${codeOf('gemeente', i)}`, 240)
];

/** Nine in ten for popular pages; the others for any buurt, each once. */
export function morning(): string[] {
	return times(
		(i) => (i % 10 === 9 ? `/regio/${codeOf('buurt', 5 + (i - 9) / 10)}` : popular[(i * 13) % popular.length]!),
		20_000
	);
}

/** Regions in an order that does not repeat. */
export function fresh(): string[] {
	return times(
		(i) => (i % 5 === 0 ? `/regio/${codeOf('wijk', 500 + i / 5)}` : `/regio/${codeOf('buurt', 8_000 + i)}`),
		6_000
	);
}

/** What a machine takes that wants every region there is, and what a person looks up meanwhile. */
export const machine = () => times((i) => `/en/regio/${codeOf('buurt', i)}?toon=alle`, 14_000);
export const person = () => times((i) => `/en/regio/${codeOf('wijk', 1 + i * 80)}?toon=alle`);
