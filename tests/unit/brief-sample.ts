import type { Brief, BriefChart } from '../../src/lib/server/brief/brief.ts';

// A brief of which every part has something to tell, also figures that are withheld.

const table = (caption: string, columns: number, rows: number) => ({
	caption,
	head: Array.from({ length: columns }, (_, c) => `Kolom ${c}`),
	rows: Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => `rij ${r}, kolom ${c}`))
});

export const trend: BriefChart = {
	title: 'Laag inkomen in Súdwest-Fryslân, per periode',
	input: {
		kind: 'trend',
		locale: 'nl-NL',
		region: [0.07, 0.08, 0.06].map((share, i) => ({ period: String(2021 + i), share, se: 0.004, label: '' })),
		reference: [0.06, 0.06, 0.05].map((share, i) => ({ period: String(2021 + i), share, se: 0.001, label: '' })),
		referenceName: 'Nederland'
	},
	alt: 'Lijngrafiek. 2021: 7%. 2022: 8%. 2023: 6%.',
	note: 'Dikke lijn met punten: Súdwest-Fryslân.',
	source: 'Huishoudens, 2023',
	table: table('', 3, 3)
};

const row = (name: string, share: number | null, reliability: 'A' | 'C' | 'X') => ({
	...{ name, share, reliability, words: 'te weinig om iets over te zeggen', label: '' },
	lower: share === null ? null : share * 0.8,
	upper: share === null ? null : share * 1.2
});

export const groups: BriefChart = {
	...trend,
	title: 'Laag inkomen naar soort huishouden',
	input: {
		kind: 'dot-range',
		locale: 'nl-NL',
		rows: [row('Eenoudergezin met kinderen', 0.2, 'A'), row('Paar', 0.05, 'C'), row('Overig', null, 'X')],
		reference: 0.07
	},
	alt: 'Grafiek met punten. Eenoudergezin: 20%. Paar: 5%. Overig: te weinig om iets over te zeggen.'
};

export const brief: Brief = {
	...{ lang: 'nl', code: 'GM1900', name: 'Súdwest-Fryslân', title: 'Raadsbrief Súdwest-Fryslân' },
	place: 'gemeente in Fryslân',
	publishedAt: new Date('2026-11-23T09:00:00Z'),
	notices: ['Deze cijfers zijn verzonnen.'],
	short: ['Laag inkomen (2023): ongeveer 1 van de 16 huishoudens.'],
	figures: table('De cijfers', 5, 4),
	trends: [trend, trend],
	rising: ['We zien niets stijgen.', 'Te klein om alleen te bewaken: instroom.'],
	groups: [groups, groups],
	comparison: { title: 'Vergelijkbare gemeenten', lead: 'Ze lijken op elkaar.', table: table('Gebied', 4, 7) },
	how: ['Op elk cijfer zit een beetje ruis.', 'Alle cijfers: https://voorzicht.example/regio/GM1900'],
	definitions: ['Laag inkomen: een inkomen onder de grens.'],
	address: 'https://voorzicht.example/regio/GM1900'
};
