import { keyTypes, PERSON_KEY } from './keys.ts';
import type { CbsTable } from './table.ts';

/** The date of death under each name that files give it. */
export const DEATH_DATES = ['GBADATUMOVERLIJDEN', 'VRLGBADatumOverlijden'] as const;

export const GBAOVERLIJDENTAB: CbsTable = {
	name: 'GBAOVERLIJDENTAB',
	row: 'one person who died',
	/** Preliminary files begin with VRL; some end in year, month and version at once: VRLGBAOVERLIJDENTABV2024061. */
	fileName:
		/^(?<preliminary>VRL)?GBAOVERLIJDEN(?:TAB)?V?(?<year>\d{4})(?<month>0[1-9]|1[0-2])?(?:TAB)?(?:V?(?<version>\d+))?$/i,
	examples: ['GBAOVERLIJDEN2023TABV1', 'VRLGBAOVERLIJDENTABV2024061'],
	kind: 'cumulative',
	of: 'person',
	columns: PERSON_KEY,
	yearColumns: /^(VRL)?GBADATUMOVERLIJDEN$/i,
	types: { ...keyTypes(PERSON_KEY), GBADATUMOVERLIJDEN: 'date', VRLGBADatumOverlijden: 'date' },
	key: PERSON_KEY,
	codes: {},
	missing: ['', '--'],
	assumed:
		'The date is GBADATUMOVERLIJDEN in final files; public research code has VRLGBADatumOverlijden, of preliminary files. A preliminary file of a month holds the deaths up to the end of that month.',
	source: 'CBS, Gbaoverlijdentab: overleden personen die in de BRP stonden'
};
