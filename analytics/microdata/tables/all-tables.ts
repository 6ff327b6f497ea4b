import { AOTOTUITKERINGATAB } from './aototuitkeringatab.ts';
import { BIJSTANDUITKERINGTAB } from './bijstanduitkeringtab.ts';
import { GBAADRESOBJECTBUS } from './gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from './gbahuishoudensbus.ts';
import { GBAOVERLIJDENTAB } from './gbaoverlijdentab.ts';
import { GBAPERSOONTAB } from './gbapersoontab.ts';
import { GBAVERBINTENISPARTNERBUS } from './gbaverbintenispartnerbus.ts';
import { INHATAB } from './inhatab.ts';
import { INPATAB } from './inpatab.ts';
import { KINDOUDERTAB } from './kindoudertab.ts';
import { KOPPELPERSOONHUISHOUDEN } from './koppelpersoonhuishouden.ts';
import { SCHULDENPROBLEMATIEKTAB } from './schuldenproblematiektab.ts';
import { SECMBUS } from './secmbus.ts';
import { STAPMON } from './stapmon.ts';
import type { CbsTable } from './table.ts';
import { VEHTAB } from './vehtab.ts';
import { VSLGWBTAB } from './vslgwbtab.ts';
import { WOONLASTENTAB } from './woonlastentab.ts';
import { WSNPTAB } from './wsnptab.ts';
import { WUSUITKERING1ATAB } from './wusuitkering1atab.ts';
import { ZVWWANBETALERSTAB } from './zvwwanbetalerstab.ts';

/** Every table that Voorzicht knows, population first. */
export const cbsTables: readonly CbsTable[] = [
	GBAPERSOONTAB,
	GBAHUISHOUDENSBUS,
	GBAADRESOBJECTBUS,
	VSLGWBTAB,
	GBAVERBINTENISPARTNERBUS,
	KINDOUDERTAB,
	GBAOVERLIJDENTAB,
	KOPPELPERSOONHUISHOUDEN,
	INHATAB,
	INPATAB,
	VEHTAB,
	WOONLASTENTAB,
	SECMBUS,
	BIJSTANDUITKERINGTAB,
	WUSUITKERING1ATAB,
	AOTOTUITKERINGATAB,
	SCHULDENPROBLEMATIEKTAB,
	ZVWWANBETALERSTAB,
	WSNPTAB,
	STAPMON
];
