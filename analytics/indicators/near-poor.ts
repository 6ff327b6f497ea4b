import { sql } from 'kysely';
import { choice } from '../population/choice.ts';
import { toldFact } from '../population/told.ts';
import type { Indicator } from './indicator.ts';
import { againstLine, povertyNeeds, povertyThresholds } from './poverty-line.ts';

/** How far above the line near-poor reaches. */
const ABOVE = 1.25;

export const nearPoor: Indicator = {
	id: 'near-poor',
	version: '2024',
	label: { nl: 'Bijna arm', en: 'Near-poor' },
	description: {
		nl: 'Huishoudens met een inkomen net boven de armoedegrens, en te weinig geld achter de hand.',
		en: 'Households with an income just above the poverty line, and too little money to fall back on.'
	},
	formula: {
		nl: 'Een huishouden is bijna arm als zijn inkomen op de armoedegrens ligt of er hoogstens 25 procent boven, en het te weinig geld achter de hand heeft om een jaar van de armoedegrens te leven. Wie arm is, is niet bijna arm.',
		en: 'A household is near-poor when its income is at the poverty line or up to 25 per cent above it, and it has too little money in reserve to live on the poverty line for a year. Those who are poor are not near-poor.'
	},
	exclusions: {
		nl: 'Huishoudens in een instelling, studentenhuishoudens en huishoudens zonder bekend inkomen over het hele jaar hebben geen uitkomst. Ligt het inkomen bij de grens maar is het vermogen onbekend, dan is de uitkomst ook onbekend.',
		en: 'Households in institutions, student households and households whose income is not known for the whole year have no answer. When the income is near the line but the wealth is not known, the answer is unknown too.'
	},
	thresholds: povertyThresholds,
	approximation: {
		nl: 'Inkomen, grens en geld achter de hand worden benaderd zoals bij armoede.',
		en: 'Income, line and money in reserve are approximated as for poverty.'
	},
	source: 'CBS, SCP en Nibud, Naar een nieuwe armoedegrens (2024); CBS, Inhatab en Vehtab',
	direction: 'higher is worse',
	notFor: {
		nl: 'Niet op te tellen bij cijfers over armoede uit een andere bron.',
		en: 'Not to be added to figures about poverty from another source.'
	},
	facts: [
		toldFact({
			column: 'near_poor',
			units: ['household'],
			values: ['yes', 'no'],
			needs: povertyNeeds,
			otherwise: null,
			tell: (stage, _unit, offset) =>
				againstLine(stage, offset, ({ income, line, assets }) => {
					const outside = sql`${income} < ${line} or ${income} > ${ABOVE} * ${line}`;
					return choice([
						[sql`${outside} or (${income} is not null and ${assets} >= ${line})`, 'no'],
						[sql`${income} <= ${ABOVE} * ${line} and ${assets} < ${line}`, 'yes']
					]);
				})
		})
	]
};
