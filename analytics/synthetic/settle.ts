import type { Margins } from './margins.ts';
import type { Random } from './random.ts';
import { TYPE, ageOn, typeOf, type Household, type Person, type Town } from './town.ts';

/** Shares of one, two, and three or more children, with two parents and with one (CBS, 2023). */
const CHILDREN = { two: [0.34, 0.82], one: [0.62, 0.9] };
/** Oldest start of a spell. */
const EARLIEST = 1995;

/** Fills a town with households until it has exactly `persons` inhabitants, as of the end of the year before `year`. */
export function settle(
	town: Town,
	margins: Margins,
	buurt: () => number,
	persons: number,
	year: number,
	random: Random
): void {
	for (let left = persons; left > 0;) {
		const household = newHousehold(town, margins, buurt(), left, year, random);
		town.households.push(household);
		left -= household.members.length;
	}
}

function newHousehold(
	town: Town,
	margins: Margins,
	buurt: number,
	room: number,
	year: number,
	random: Random
): Household {
	const { type, members } = composition(town, margins, room, year, random);
	const head = members[0]!;
	const latest = (year - 1) * 10_000 + 1231;
	const grownUp = Math.min(head.birth + 170_000, latest - 10_000);
	const long = (scale: number): number =>
		Math.max(EARLIEST, year - 1 - Math.floor(-scale * Math.log(1 - random.next())));
	const arrival = Math.max(random.date(long(12)), grownUp);
	for (const person of members) person.addressSince = Math.max(arrival, person.birth);
	const youngest = Math.max(...members.map((person) => (person.child ? person.birth : 0)));
	const married = type === TYPE.married || type === TYPE.marriedChildren;
	const since = Math.max(random.date(long(married ? 15 : 6)), grownUp, youngest);
	return found(town, type, members, since, buurt, random, year - 1);
}

/** A household that starts; its standing is drawn afresh. */
export function found(
	town: Town,
	type: number,
	members: Person[],
	since: number,
	buurt: number,
	random: Random,
	year: number
): Household {
	const income = random.normal();
	const student = type === TYPE.onePerson && ageOn(members[0]!.birth, since) < 25 && random.next() < 0.45;
	return {
		number: town.nextHousehold(),
		type,
		members,
		since,
		address: town.dwelling(buurt),
		buurt,
		quiet: year,
		student,
		source: random.next(),
		tenure: random.next(),
		income,
		debt: 0.5 * income + Math.sqrt(0.75) * random.normal(),
		past: [-1, -1, -1]
	};
}

function composition(
	town: Town,
	margins: Margins,
	room: number,
	year: number,
	random: Random
): { type: number; members: Person[] } {
	const person = (age: number, child: boolean, sex = 1 + random.below(2)): Person =>
		town.person(
			(year - 1 - age) * 10_000 + (1 + random.below(12)) * 100 + 1 + random.below(28),
			sex,
			child,
			0,
			foreign(random)
		);
	const couple = (age: number): Person[] => [
		person(age, false, 1),
		person(Math.max(18, Math.min(98, age - 2 + random.below(5))), false, 2)
	];

	const special = random.next();
	if (special < 0.0006 && room >= 8) {
		const size = Math.min(room, 8 + random.below(30));
		return {
			type: TYPE.institution,
			members: Array.from({ length: size }, () => person(60 + random.below(36), false))
		};
	}
	if (special < 0.006 && room >= 2) {
		const size = Math.min(room, 2 + random.below(3));
		return { type: TYPE.other, members: Array.from({ length: size }, () => person(20 + random.below(50), false)) };
	}
	const kind = random.next();
	if (room === 1 || kind < margins.onePerson)
		return { type: TYPE.onePerson, members: [person(ageAlone(margins, random), false)] };
	if (room === 2 || kind < margins.onePerson + margins.noChildren) {
		const age = random.next() < 0.2 * margins.youngRatio ? 22 + random.below(18) : 50 + Math.floor(38 * random.next());
		const married = random.next() < (age < 40 ? 0.35 : 0.87);
		return { type: typeOf(2, 0, married), members: couple(age) };
	}
	const single = random.next() < Math.min(0.5, 0.225 * margins.lowIncomeRatio ** 0.35);
	const wanted = childrenWanted(margins, single, random);
	const adults = single ? 1 : 2;
	const children = Math.max(1, Math.min(wanted, room - adults));
	const age = 27 + Math.floor(30 * Math.sqrt(random.next() * random.next()) + 6 * random.next());
	const parents = single ? [person(age, false, random.next() < 0.82 ? 2 : 1)] : couple(age);
	const oldest = Math.min(24, Math.max(0, age - 24 - random.below(12)));
	const offspring = Array.from({ length: children }, (_, i) =>
		person(Math.max(0, oldest - i * (1 + random.below(4))), true)
	);
	return { type: typeOf(adults, children, random.next() < 0.76), members: [...parents, ...offspring] };
}

function ageAlone(margins: Margins, random: Random): number {
	const old = 0.42 * margins.oldRatio;
	const young = 0.26 * margins.youngRatio;
	const drawn = random.next() * (old + young + 0.34);
	if (drawn < old) return 65 + Math.floor(30 * random.next() ** 1.4);
	if (drawn < old + young) return 18 + random.below(17);
	return 35 + random.below(30);
}

/** Larger families where the published mean size of households is larger. */
function childrenWanted(margins: Margins, single: boolean, random: Random): number {
	const mean = (margins.householdSize - margins.onePerson - 2 * margins.noChildren) / margins.withChildren - 1.78;
	const tilt = Math.max(-0.15, Math.min(0.25, 0.3 * (mean - 1.75)));
	const [one, two] = single ? CHILDREN.one : CHILDREN.two;
	const drawn = random.next() + tilt;
	return drawn < one! ? 1 : drawn < two! ? 2 : random.next() < 0.78 ? 3 : 4;
}

function foreign(random: Random): number {
	const drawn = random.next();
	return drawn < 0.73 ? 0 : drawn < 0.82 ? 1 : 2;
}
