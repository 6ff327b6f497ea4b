import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Fact, Unit } from './fact.ts';
import { facts } from './facts.ts';
import { randomWorld, without } from './test-support/random-world.ts';
import { toldWithRegions } from './test-support/telling.ts';
import { writeWorld, type World } from './test-support/world.ts';

// The privacy claim of the analysis file: the rows of one unit's members decide that unit's row and no other one's, whatever
// the registers hold. Rows of others that name these members, as a partner or a parent, stay.

const root = mkdtempSync(join(tmpdir(), 'voorzicht-one-household-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Facts that change as soon as members do: many small worlds can be looked at with these alone. */
const OF_MEMBERS = [
	'household_type',
	'household_size',
	'children',
	'position',
	'sex',
	'low_income',
	'problematic_debts'
];

async function tellUnits(world: World, known: readonly Fact[], unit: Unit, like: World = world) {
	const dir = writeWorld(root, world, like);
	const found = await toldWithRegions(dir, known, unit);
	rmSync(dir, { recursive: true });
	return found;
}

/** Takes the rows of one unit away, and compares what is told of all others. */
async function othersStay(known: readonly Fact[], unit: Unit, numRuns: number): Promise<void> {
	const told = known.filter(({ units }) => units.includes(unit));
	let compared = 0;
	await fc.assert(
		fc.asyncProperty(randomWorld, fc.nat(), async (world, pick) => {
			const { rows: before, members } = await tellUnits(world, told, unit);
			if (before.size === 0) return;
			const gone = [...before.keys()][pick % before.size]!;
			const persons = unit === 'person' ? [gone] : members.get(gone)!;
			const { rows: after } = await tellUnits(without(world, new Set(persons)), told, unit, world);
			const expected = new Map(before);
			expected.delete(gone);
			compared += expected.size;
			expect(Object.fromEntries(after)).toEqual(Object.fromEntries(expected));
		}),
		{ numRuns, seed: 20231231, endOnFailure: true }
	);
	expect(compared).toBeGreaterThan(numRuns);
}

describe.each(['household', 'person'] as const)('without the rows of one %s every other one keeps', (unit) => {
	it('its members and their region', { timeout: 600_000 }, () =>
		othersStay(
			facts.filter(({ column }) => OF_MEMBERS.includes(column)),
			unit,
			40
		)
	);

	it('all its facts', { timeout: 600_000 }, () => othersStay(facts, unit, 8));
});
