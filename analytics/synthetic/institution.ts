import { monthOf, yearOf } from './months.ts';
import type { Random } from './random.ts';
import { TYPE, type Household } from './person.ts';
import type { Town } from './town.ts';

/** Deaths in an institution, against those of the same age at home (ours). */
const WEAKER = 3;

/** A year in an institution: who dies is followed by somebody very old who lived alone. */
export function liveInInstitution(
	town: Town,
	institution: Household,
	frail: Household[],
	year: number,
	random: Random
): void {
	const dying = institution.members.filter(
		({ birth }) => random.next() < Math.min(0.5, WEAKER * Math.exp(0.1 * (year - yearOf(birth)) - 11.32))
	);
	// The last inhabitant stays, so that the house goes on.
	const dates = dying
		.slice(0, institution.members.length - 1)
		.map(() => random.date(year))
		.sort((a, b) => a - b);
	for (const [i, date] of dates.entries()) {
		const person = dying[i]!;
		const since = institution.since;
		// Two changes on one day would leave a spell of no length: the second waits for another year.
		if (date <= since) continue;
		const next = frail.pop();
		town.staging.death.row(person.id, date);
		if (person.spouse !== null) person.spouse.bereaved = monthOf(date);
		town.unmarry(person, date, 2);
		town.depart(person, institution.address, date);
		town.recompose(institution, date, () => {
			institution.members = institution.members.filter((one) => one !== person);
			if (next === undefined || next.members.length !== 1 || next.type !== TYPE.onePerson || next.quiet >= year) return;
			const [newcomer] = next.members;
			town.movePersons([newcomer!], next.address, date);
			// A debt would be that of everybody in the house.
			town.endDebts(newcomer!, date - 1);
			town.recompose(next, date, () => (next.members = []));
			town.leaveDwelling(next.buurt, next.address);
			institution.members.push(newcomer!);
		});
	}
}
