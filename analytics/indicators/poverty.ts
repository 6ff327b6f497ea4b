import { sql } from 'kysely';
import { choice } from '../population/choice.ts';
import { toldFact } from '../population/told.ts';
import { history } from './history.ts';
import type { Indicator } from './indicator.ts';
import { againstLine, povertyNeeds, povertyThresholds } from './poverty-line.ts';

const state = toldFact({
	column: 'poverty',
	units: ['household'],
	values: ['yes', 'no'],
	needs: povertyNeeds,
	otherwise: null,
	tell: (stage, _unit, offset) =>
		againstLine(stage, offset, ({ income, line, assets }) => {
			return choice([
				[sql`${income} >= ${line} or (${income} is not null and ${assets} >= ${line})`, 'no'],
				[sql`${income} < ${line} and ${assets} < ${line}`, 'yes']
			]);
		})
});

export const poverty: Indicator = {
	id: 'poverty',
	version: '2024',
	label: { nl: 'Armoede', en: 'Poverty' },
	description: {
		nl: 'Huishoudens met te weinig inkomen voor wat minimaal nodig is, en te weinig geld achter de hand.',
		en: 'Households with too little income for what is needed at least, and too little money to fall back on.'
	},
	formula: {
		nl: 'Een huishouden is arm als het te weinig inkomen heeft voor wat minimaal nodig is (wonen, energie, zorg, eten en meedoen) en ook te weinig geld achter de hand heeft om daar een jaar van te leven. Zo hebben CBS, SCP en Nibud armoede in 2024 omschreven. De eigen woning telt niet als geld achter de hand, en schulden spelen geen rol.',
		en: 'A household is poor when its income is too low for what is needed at least (housing, energy, care, food and taking part) and it also has too little money in reserve to live on that for a year. This is how CBS, SCP and Nibud described poverty in 2024. The own home is no money in reserve, and debts play no part.'
	},
	exclusions: {
		nl: 'Huishoudens in een instelling, studentenhuishoudens en huishoudens zonder bekend inkomen over het hele jaar hebben geen uitkomst. Is het inkomen te laag maar het vermogen onbekend, dan is de uitkomst ook onbekend.',
		en: 'Households in institutions, student households and households whose income is not known for the whole year have no answer. When the income is too low but the wealth is not known, the answer is unknown too.'
	},
	thresholds: povertyThresholds,
	approximation: {
		nl: 'Staat de Stapelingsmonitor in de map, dan geldt het oordeel van het CBS (armoede). Anders wordt het besteedbare inkomen (INHBESTINKH) vergeleken met de grenzen die voor 2023 bekend zijn gemaakt. Die gaan uit van gewone vaste lasten, niet van de werkelijke. Voor andere huishoudens geldt: 1.510 euro voor de eerste volwassene, 410 euro voor elke volgende, 495 euro voor een kind van 12 tot en met 17 jaar en 307,50 euro voor een jonger kind. Andere jaren volgen de consumentenprijzen. Geld achter de hand zijn de financiële bezittingen op 1 januari (VEHW1110FINH, of anders VEHWVEREXEWH).',
		en: 'When the Stapelingsmonitor is the source, the judgement of Statistics Netherlands holds (armoede). Otherwise disposable income (INHBESTINKH) is compared with the lines that were published for 2023, which assume usual fixed costs and not the actual ones. For other households: 1,510 euros for the first adult, 410 for each further one, 495 for a child aged 12 to 17 and 307.50 for a younger child. Other years follow consumer prices. Money in reserve is the financial assets on 1 January (VEHW1110FINH, or else VEHWVEREXEWH).'
	},
	source: 'CBS, SCP en Nibud, Naar een nieuwe armoedegrens (2024); CBS, Inhatab en Vehtab',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet om één huishouden arm te noemen, en niet om de benadering te vergelijken met de cijfers over armoede van het CBS zelf.',
		en: 'Not to call any one household poor, and not to compare the approximation with the poverty figures of Statistics Netherlands itself.'
	},
	facts: [state, ...history(state)]
};
