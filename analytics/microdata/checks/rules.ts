import { addressKnown } from './address-known.ts';
import { codeLists } from './code-lists.ts';
import { debtFlag } from './debt-flag.ts';
import { duplicateRows } from './duplicate-rows.ts';
import { householdSize } from './household-size.ts';
import { incomeRange } from './income-range.ts';
import { keyFormat } from './key-format.ts';
import { keyUnique } from './key-unique.ts';
import { oneHousehold } from './one-household.ts';
import { oneReferencePerson } from './one-reference-person.ts';
import { personKnown } from './person-known.ts';
import { placeKnown } from './place-known.ts';
import { regionCodes } from './region-codes.ts';
import type { CheckRule } from './rule.ts';
import { spellOrder } from './spell-order.ts';
import { validDates } from './valid-dates.ts';
import { wellFormed } from './well-formed.ts';

/** In the order in which they run and are reported. */
export const checkRules: readonly CheckRule[] = [
	wellFormed,
	keyFormat,
	keyUnique,
	duplicateRows,
	codeLists,
	validDates,
	spellOrder,
	oneReferencePerson,
	oneHousehold,
	householdSize,
	regionCodes,
	incomeRange,
	debtFlag,
	personKnown,
	addressKnown,
	placeKnown
];
