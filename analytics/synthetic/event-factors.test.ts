import { expect, it } from 'vitest';
import { Calibration } from './calibration.ts';
import { EventFactors } from './event-factors.ts';
import { firstMonth } from './months.ts';
import { TYPE, newPerson, type Household, type Person } from './person.ts';
import { Random } from './random.ts';
import { SECM } from './secm.ts';

const YEAR = 2023;
const START = firstMonth(YEAR);
const settings = new Calibration(
	[
		['job_loss own', 3],
		['job_loss other_member', 5],
		['job_loss_beside_worker own', 2],
		['separation own', 7],
		['separation other_member', 11],
		['social_assistance_start own', 30]
	].map(([key, value]) => ({ parameter: 'event' as const, key: String(key), year: YEAR, value: Number(value) }))
);
const factors = new EventFactors(YEAR, settings);

function adult(changes: Partial<Person> = {}): Person {
	return { ...newPerson(1, 19800102, 1, false, 19800102, new Random(1, 1)), ...changes };
}

function household(members: Person[], type: number = TYPE.onePerson): Household {
	return { members, type, birth: 0, turned18: 0 } as unknown as Household;
}

it('raise the chance of debts from the quarter of the event on, for three years', () => {
	expect(factors.of(household([adult()]))).toEqual([1, 1, 1, 1]);
	expect(factors.of(household([adult({ jobLoss: START - 1 })]))).toEqual([3, 3, 3, 3]);
	expect(factors.of(household([adult({ jobLoss: START + 7 })]))).toEqual([1, 1, 3, 3]);
	// In the three years before the end of the year, and just before them.
	expect(factors.of(household([adult({ jobLoss: START - 24 })]))).toEqual([3, 3, 3, 3]);
	expect(factors.of(household([adult({ jobLoss: START - 25 })]))).toEqual([1, 1, 1, 1]);
});

it('tell who had the event, and whether the partner works', () => {
	const lost = adult({ jobLoss: START - 1 });
	const worker = adult({ position: SECM.employee });
	const idle = adult({ position: SECM.noIncome });
	expect(factors.of(household([lost, worker], TYPE.married))[0]).toBe(2);
	expect(factors.of(household([lost, idle], TYPE.married))[0]).toBe(3);
	expect(factors.of(household([idle, lost], TYPE.married))[0]).toBe(5);
	const separated = adult({ separated: START - 1 });
	expect(factors.of(household([separated]))[0]).toBe(7);
	expect(factors.of(household([separated, worker], TYPE.unmarried))[0]).toBe(11);
});

it('come together, but not without bound', () => {
	expect(factors.of(household([adult({ jobLoss: START - 1, separated: START - 1 })]))[0]).toBe(21);
	expect(factors.of(household([adult({ assistanceStart: START - 1, separated: START - 1 })]))[0]).toBe(40);
});
