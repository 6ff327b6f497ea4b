import { CHANCE } from './demography.ts';
import { typeOf, type Person } from './person.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { SECM } from './secm.ts';
import type { Town } from './town.ts';

/** Somebody from abroad, alone or with a partner. */
export function arrive(town: Town, year: number, places: Places, random: Random): void {
	const date = random.date(year);
	const age = 18 + random.below(random.next() < 0.4 ? 9 : 28);
	const head = newcomer(town, year, age, 1 + random.below(2), date, random);
	const members = [head];
	if (random.next() < CHANCE.arriveTogether) members.push(newcomer(town, year, age, 3 - head.sex, date, random));
	const place = places.anywhere(age, members.length, random);
	town.found(typeOf(members.length, 0, false), members, date, place, year, false);
}

function newcomer(town: Town, year: number, age: number, sex: number, date: number, random: Random): Person {
	const birth = (year - age) * 10_000 + 101 + random.below(28);
	const person = town.person(birth, sex, false, date, 2);
	person.arrived = year;
	const drawn = random.next();
	const { employee, studentWithIncome, noIncome } = SECM;
	person.position = drawn < 0.5 ? employee : drawn < 0.68 ? studentWithIncome : noIncome;
	return person;
}
