import { WSNPTAB } from '../microdata/tables/wsnptab.ts';
import type { Indicator } from './indicator.ts';
import { stateOnDate } from './spells.ts';

export const wsnp: Indicator = {
	id: 'wsnp',
	version: '1',
	label: { nl: 'Wettelijke schuldsanering (Wsnp)', en: 'Statutory debt restructuring (Wsnp)' },
	description: {
		nl: 'Mensen in de wettelijke schuldsanering, en hun huishoudens.',
		en: 'People in statutory debt restructuring, and their households.'
	},
	formula: {
		nl: 'Een persoon telt mee als hij op 31 december in de wettelijke schuldsanering zit. Een huishouden telt mee als minstens één van zijn leden meetelt.',
		en: 'A person counts who is in statutory debt restructuring on 31 December. A household counts when at least one of its members does.'
	},
	exclusions: {
		nl: 'Iedereen van wie geen traject in het bestand staat, geldt als niet in de Wsnp.',
		en: 'Those of whom the file holds no procedure count as not in the Wsnp.'
	},
	source: 'CBS, Stapelingsmonitor, thema Wsnp; Wet schuldsanering natuurlijke personen',
	direction: 'neither',
	notFor: {
		nl: 'Niet als maat voor schulden: het is hulp, geen probleem. Sinds 1 juli 2023 duurt een traject meestal 18 maanden in plaats van 36, zodat er op één dag minder mensen in zitten.',
		en: 'Not as a measure of debts: it is help, not a problem. Since 1 July 2023 a procedure usually takes 18 months instead of 36, so that fewer people are in one on any day.'
	},
	facts: [stateOnDate({ column: 'wsnp', table: WSNPTAB })]
};
