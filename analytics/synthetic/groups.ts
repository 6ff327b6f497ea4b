import { isPensioner } from './secm.ts';
import { TYPE, type Household } from './person.ts';

/** Groups of households by which published shares of low income differ most, and the codes of StatLine 83841NED. */
export const GROUPS = [
	['onePersonYoung', 'A043011'],
	['onePersonOld', 'A043012'],
	['coupleYoung', '1017790'],
	['coupleOld', '1017800'],
	['coupleChildren', '1016090'],
	['singleParent', '1050190'],
	['other', '1050220']
] as const;

export function groupOf({ type, members }: Household, year: number): number {
	const old = isPensioner(members[0]!.birth, year) ? 1 : 0;
	if (type === TYPE.onePerson) return old;
	if (type === TYPE.unmarried || type === TYPE.married) return 2 + old;
	if (type === TYPE.unmarriedChildren || type === TYPE.marriedChildren) return 4;
	return type === TYPE.singleParent ? 5 : 6;
}

/** Main sources of income that incomes are calibrated by: the codes of SECM, and of StatLine 83841NED. */
export const SOURCES = [
	['wages', [11, 12], '1013400'],
	['business', [13, 14, 15], '1013602'],
	['unemployment', [21], '1013750'],
	['assistance', [22, 23], '1013900'],
	['disability', [24], '1013800'],
	['pension', [25], '1013850']
] as const;

/** Index in SOURCES by code; whoever studies or has no income counts with wages. */
export const SOURCE_OF: readonly number[] = Array.from({ length: 33 }, (_, code) =>
	Math.max(
		0,
		SOURCES.findIndex(([, codes]) => (codes as readonly number[]).includes(code))
	)
);
