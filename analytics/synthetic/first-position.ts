import type { Margins } from './margins.ts';
import { ageOn, endOf } from './months.ts';
import type { Random } from './random.ts';
import { isPensioner, SECM } from './secm.ts';
import { TYPE, type Person } from './person.ts';

/** Lower bounds of the age bands of SHARES. */
const AGES = [15, 18, 21, 25, 35, 45, 55, 60];

/**
 * Shares of positions by age at the start, the rest being without income: rough figures of ours after the counts of SECM around
 * 2015. The years before the first one bring them into line with the yearly chances.
 */
const SHARES: readonly (readonly [position: number, shares: readonly number[]])[] = [
	[SECM.unemployment, [0, 0.002, 0.01, 0.013, 0.015, 0.018, 0.022, 0.03]],
	[SECM.assistance, [0, 0.022, 0.06, 0.08, 0.085, 0.09, 0.1, 0.1]],
	[SECM.disability, [0, 0.014, 0.02, 0.024, 0.032, 0.048, 0.07, 0.095]],
	[SECM.employee, [0.02, 0.3, 0.5, 0.72, 0.68, 0.66, 0.58, 0.46]],
	[SECM.director, [0, 0, 0.002, 0.008, 0.02, 0.03, 0.03, 0.025]],
	[SECM.entrepreneur, [0, 0.005, 0.02, 0.07, 0.11, 0.11, 0.1, 0.08]],
	[SECM.otherSelfEmployed, [0.001, 0.004, 0.006, 0.006, 0.006, 0.006, 0.006, 0.006]],
	[SECM.familyWorker, [0, 0.001, 0.002, 0.002, 0.001, 0.001, 0.001, 0.001]],
	[SECM.otherProvision, [0, 0, 0, 0.002, 0.004, 0.006, 0.01, 0.014]],
	[SECM.pension, [0, 0, 0, 0, 0, 0.002, 0.01, 0.06]],
	[SECM.studentWithIncome, [0.55, 0.55, 0.33, 0.035, 0.003, 0, 0, 0]],
	[SECM.studentWithout, [0.42, 0.06, 0.02, 0.004, 0, 0, 0, 0]]
];

export function firstPosition(person: Person, year: number, type: number, margins: Margins, random: Random): number {
	const age = ageOn(person.birth, endOf(year));
	if (age < AGES[0]!) return SECM.studentWithout;
	if (isPensioner(person.birth, year) || type === TYPE.institution) return SECM.pension;
	const band = AGES.findLastIndex((from) => age >= from);
	// Low wages and single parents are nearer to benefits.
	const near =
		Math.exp(-0.6 * person.level - 0.18) * (type === TYPE.singleParent ? 2.2 : type === TYPE.onePerson ? 1.5 : 0.6);
	const ratios = [margins.unemploymentRatio, margins.assistanceRatio * near, margins.disabilityRatio];
	let drawn = random.next();
	for (const [i, [position, shares]] of SHARES.entries()) {
		drawn -= shares[band]! * (ratios[i] ?? 1);
		if (drawn < 0) return position;
	}
	const couple = type >= TYPE.unmarried && type <= TYPE.marriedChildren;
	if (person.child || age < 21 || couple) return SECM.noIncome;
	// Alone without an income is rare: most work, or have social assistance.
	const alone = random.next();
	return alone < 0.15 ? SECM.noIncome : alone < 0.4 ? SECM.assistance : SECM.employee;
}
