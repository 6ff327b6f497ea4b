import { yearOf } from './months.ts';
import { SECM } from './secm.ts';
import type { Person } from './person.ts';

// Amounts are net, in euros of 2020 a month: rough figures of ours around the norms of 2020 (social assistance 1,053 for a
// single person, 1,504 for a couple; old-age pension 1,234 and 1,690), so that incomes follow from what people do.

/** Social assistance and old-age pension: living alone, and each of a couple. */
const ASSISTANCE = [1053, 752] as const;
const OLD_AGE = [1234, 845] as const;
const UNEMPLOYED = 0.74;
const DISABLED = { share: 0.74, least: 1120 };

/** What a person has a month in the present position. */
export function monthlyPay(person: Person, year: number, alone: boolean): number {
	const { position } = person;
	switch (position) {
		case SECM.employee:
			return wage(person, year) + (person.partlyDisabled ? 350 : 0);
		case SECM.director:
			return 1.9 * wage(person, year);
		case SECM.entrepreneur:
			return profit(person, year);
		case SECM.otherSelfEmployed:
		case SECM.familyWorker:
			return 0.55 * wage(person, year);
		case SECM.unemployment:
			return Math.max(700, UNEMPLOYED * wage(person, year));
		case SECM.assistance:
			return alone ? ASSISTANCE[0] : ASSISTANCE[1];
		case SECM.otherProvision:
			return 1060;
		case SECM.disability:
			return Math.max(DISABLED.least, DISABLED.share * wage(person, year));
		case SECM.pension:
			return (alone ? OLD_AGE[0] : OLD_AGE[1]) + 430 * Math.exp(1.25 * person.level - (person.sex === 2 ? 0.4 : 0));
		default:
			return position === SECM.studentWithIncome ? 420 : position === SECM.noIncome && alone && !person.child ? 350 : 0;
	}
}

function wage({ level, birth, sex }: Person, year: number): number {
	const age = year - yearOf(birth);
	const growth = age < 23 ? 0.45 + 0.055 * Math.max(0, age - 16) : Math.min(1.12, 0.85 + 0.0135 * (age - 23));
	return Math.max(500, 2150 * growth * Math.exp(0.4 * level - (sex === 2 && age > 27 ? 0.2 : 0)));
}

/** Profits differ more than wages, and from year to year: a wave of each person's own. */
function profit(person: Person, year: number): number {
	const wave = Math.sin(person.id * 12.9898 + year * 2.4);
	return wage(person, year) * Math.exp(0.35 * person.level + 0.45 * wave - 0.1);
}
