import { sql } from 'kysely';
import { INHATAB } from '../microdata/tables/inhatab.ts';
import { comparableYears, yearlyPairs } from './amounts.ts';
import { whole } from './expressions.ts';
import { lifeEvent } from './life-event.ts';
import { members, rowsOf } from './sources.ts';
import { FROM_DEBT_TABLE, NOT_FOR } from './words.ts';

export const incomeDrop = lifeEvent(
	{
		name: 'income_drop',
		units: ['household'],
		needs: [
			{ table: INHATAB, years: [0] },
			{ table: INHATAB, years: [-1, -2, -3], optional: true }
		],
		rows: (scene) => {
			const drops = () => sql`(select household, ago, earlier > 0 and amount * 4 <= earlier * 3 as fell
				from ${yearlyPairs(scene, INHATAB, 'INHGESTINKH')} as pair)`;
			return {
				about: [
					{
						source: rowsOf('drops', drops),
						where: sql`fell or ago = 0`,
						date: sql`case when fell then (${whole(scene.year)} - ago) * 10000 + 1231 end`,
						possible: sql`case when ago = 0 then true end`
					},
					// A household without amounts is unknown, too.
					{ source: members(scene), possible: sql`null` }
				],
				complete: comparableYears(scene, INHATAB).length === 3
			};
		}
	},
	{
		id: 'income-drop',
		version: '1',
		label: { nl: 'Inkomen sterk gedaald', en: 'Income fell strongly' },
		rule: {
			nl: 'Het gestandaardiseerde inkomen van het huishouden (INHGESTINKH) was in een kalenderjaar minstens 25 procent lager dan in het jaar ervoor. Beide jaren moeten onder dezelfde hoofdkostwinner staan. De daling telt op 31 december van dat jaar.',
			en: 'The standardised income of the household (INHGESTINKH) was in a calendar year at least 25 percent lower than in the year before. Both years must be under the same main earner. The fall counts on 31 December of that year.'
		},
		comparison: {
			nl: 'Huishoudens met een hoofdkostwinner van wie het inkomen in dit jaar en het vorige bekend is, zonder zo’n daling.',
			en: 'Households with a main earner whose income is known in this year and the year before, without such a fall.'
		},
		approximation: {
			nl: 'De grens van 25 procent is onze keuze: het CBS zegt niet wat een substantiële daling is. Bedragen zijn niet gecorrigeerd voor prijzen. Van een huishouden waar de hoofdkostwinner wisselde, is het onbekend.',
			en: 'The limit of 25 percent is our choice: Statistics Netherlands does not say what a substantial fall is. Amounts are not corrected for prices. Where the main earner changed it is unknown.'
		},
		size: 600_000,
		sizeSource: `personen in deze huishoudens, volgens de grens van het CBS: ${FROM_DEBT_TABLE}`,
		lowest: {
			level: 'gemeente',
			reason: {
				nl: 'Het gaat om veel huishoudens, maar per wijk zijn de gevolgen te zeldzaam.',
				en: 'It concerns many households, but per district the consequences are too rare.'
			}
		},
		direction: 'higher is worse',
		notFor: NOT_FOR,
		source: 'CBS, Inhatab; de gebeurtenis staat in CBS, dashboard Schuldenproblematiek in beeld, life events'
	}
);
