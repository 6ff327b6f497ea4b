import { columnsOnce } from './level-0/columns-once.ts';
import { columnsPresent } from './level-0/columns-present.ts';
import { filePresent } from './level-0/file-present.ts';
import { kinds } from './level-0/kinds.ts';
import { noMarkup } from './level-0/no-markup.ts';
import { notEmpty } from './level-0/not-empty.ts';
import { numbers } from './level-0/numbers.ts';
import { readable } from './level-0/readable.ts';
import { validDates } from './level-0/valid-dates.ts';
import { wellFormed } from './level-0/well-formed.ts';
import { yearColumns } from './level-0/year-columns.ts';
import { addressFormat } from './level-1/address-format.ts';
import { allowances } from './level-1/allowances.ts';
import { amountRange } from './level-1/amount-range.ts';
import { assistanceRunning } from './level-1/assistance-running.ts';
import { birthMonthDay } from './level-1/birth-month-day.ts';
import { birthYear } from './level-1/birth-year.ts';
import { codeLists } from './level-1/code-lists.ts';
import { counts } from './level-1/counts.ts';
import { debtDefinitions } from './level-1/debt-definitions.ts';
import { debtFlag } from './level-1/debt-flag.ts';
import { debtHouseholdAgrees } from './level-1/debt-household-agrees.ts';
import { debtHouseholdCause } from './level-1/debt-household-cause.ts';
import { debtPersonHousehold } from './level-1/debt-person-household.ts';
import { duplicateRows } from './level-1/duplicate-rows.ts';
import { householdAgrees } from './level-1/household-agrees.ts';
import { householdChildren } from './level-1/household-children.ts';
import { householdKey } from './level-1/household-key.ts';
import { householdSize } from './level-1/household-size.ts';
import { householdType } from './level-1/household-type.ts';
import { housingCosts } from './level-1/housing-costs.ts';
import { incomeOrder } from './level-1/income-order.ts';
import { institutionIncome } from './level-1/institution-income.ts';
import { keyFormat } from './level-1/key-format.ts';
import { keyUnique } from './level-1/key-unique.ts';
import { linkable } from './level-1/linkable.ts';
import { longTermLowIncome } from './level-1/long-term-low-income.ts';
import { missingAmounts } from './level-1/missing-amounts.ts';
import { oneHousehold } from './level-1/one-household.ts';
import { oneReferencePerson } from './level-1/one-reference-person.ts';
import { openEnds } from './level-1/open-ends.ts';
import { parentNotSelf } from './level-1/parent-not-self.ts';
import { partnerMutual } from './level-1/partner-mutual.ts';
import { partnerNotSelf } from './level-1/partner-not-self.ts';
import { partnershipEnd } from './level-1/partnership-end.ts';
import { percentages } from './level-1/percentages.ts';
import { regionCodes } from './level-1/region-codes.ts';
import { spellOrder } from './level-1/spell-order.ts';
import { spellOverlap } from './level-1/spell-overlap.ts';
import { spellStart } from './level-1/spell-start.ts';
import { standardisedIncome } from './level-1/standardised-income.ts';
import { stapmonFlags } from './level-1/stapmon-flags.ts';
import { stapmonRanges } from './level-1/stapmon-ranges.ts';
import { strayKeys } from './level-1/stray-keys.ts';
import { unemploymentAmount } from './level-1/unemployment-amount.ts';
import { wealthBalance } from './level-1/wealth-balance.ts';
import { wealthParts } from './level-1/wealth-parts.ts';
import { wsnpLength } from './level-1/wsnp-length.ts';
import { addressKnown } from './level-2/address-known.ts';
import { ageRange } from './level-2/age-range.ts';
import { deadMembers } from './level-2/dead-members.ts';
import { earnerKnown } from './level-2/earner-known.ts';
import { earnerListed } from './level-2/earner-listed.ts';
import { incomeHouseholdLinked } from './level-2/income-household-linked.ts';
import { mergerTotals } from './level-2/merger-totals.ts';
import { municipalityCodes } from './level-2/municipality-codes.ts';
import { panelAttrition } from './level-2/panel-attrition.ts';
import { parentKnown } from './level-2/parent-known.ts';
import { parentOlder } from './level-2/parent-older.ts';
import { partnerKnown } from './level-2/partner-known.ts';
import { personKnown } from './level-2/person-known.ts';
import { placeKnown } from './level-2/place-known.ts';
import { placeVintages } from './level-2/place-vintages.ts';
import { registerKnown } from './level-2/register-known.ts';
import { revisionSize } from './level-2/revision-size.ts';
import { samePerson } from './level-2/same-person.ts';
import { assistanceCategory } from './level-3/assistance-category.ts';
import { categoryAssistance } from './level-3/category-assistance.ts';
import { debtCoverage } from './level-3/debt-coverage.ts';
import { debtHouseholds } from './level-3/debt-households.ts';
import { linkedIncomes } from './level-3/linked-incomes.ts';
import { marriedPlaces } from './level-3/married-places.ts';
import { registerAge } from './level-3/register-age.ts';
import { stapmonDebts } from './level-3/stapmon-debts.ts';
import { stapmonMembers } from './level-3/stapmon-members.ts';
import { unemploymentCategory } from './level-3/unemployment-category.ts';
import { agePyramid } from './level-4/age-pyramid.ts';
import { registerDebts } from './level-4/register-debts.ts';
import { sexRatio } from './level-4/sex-ratio.ts';
import { assistanceTotal } from './level-5/assistance-total.ts';
import { debtShare } from './level-5/debt-share.ts';
import { householdsCountry } from './level-5/households-country.ts';
import { lowIncomeShare } from './level-5/low-income-share.ts';
import { populationCountry } from './level-5/population-country.ts';
import { populationMunicipality } from './level-5/population-municipality.ts';
import type { CheckRule } from './rule.ts';

/** In the order in which they are reported: by level, and the file itself first. */
export const checkRules: readonly CheckRule[] = [
	filePresent,
	columnsPresent,
	columnsOnce,
	yearColumns,
	readable,
	wellFormed,
	notEmpty,
	kinds,
	noMarkup,
	numbers,
	validDates,
	addressFormat,
	allowances,
	amountRange,
	assistanceRunning,
	birthMonthDay,
	birthYear,
	codeLists,
	counts,
	debtDefinitions,
	debtFlag,
	debtHouseholdAgrees,
	debtHouseholdCause,
	debtPersonHousehold,
	duplicateRows,
	householdAgrees,
	householdChildren,
	householdKey,
	householdSize,
	householdType,
	housingCosts,
	incomeOrder,
	institutionIncome,
	keyFormat,
	keyUnique,
	linkable,
	longTermLowIncome,
	missingAmounts,
	oneHousehold,
	oneReferencePerson,
	openEnds,
	parentNotSelf,
	partnerMutual,
	partnerNotSelf,
	partnershipEnd,
	percentages,
	regionCodes,
	spellOrder,
	spellOverlap,
	spellStart,
	standardisedIncome,
	stapmonFlags,
	stapmonRanges,
	strayKeys,
	unemploymentAmount,
	wealthBalance,
	wealthParts,
	wsnpLength,
	addressKnown,
	ageRange,
	deadMembers,
	earnerKnown,
	earnerListed,
	incomeHouseholdLinked,
	mergerTotals,
	municipalityCodes,
	panelAttrition,
	parentKnown,
	parentOlder,
	partnerKnown,
	personKnown,
	placeKnown,
	placeVintages,
	registerKnown,
	revisionSize,
	samePerson,
	assistanceCategory,
	categoryAssistance,
	debtCoverage,
	debtHouseholds,
	linkedIncomes,
	marriedPlaces,
	registerAge,
	stapmonDebts,
	stapmonMembers,
	unemploymentCategory,
	agePyramid,
	registerDebts,
	sexRatio,
	assistanceTotal,
	debtShare,
	householdsCountry,
	lowIncomeShare,
	populationCountry,
	populationMunicipality
];

/** Those that stop a release. */
export const stoppingRules: readonly CheckRule[] = checkRules.filter((rule) => rule.severity === 'error');
