import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGrounds, type Grounds } from '../faults/grounds.ts';
import { judge, type Verdict } from '../faults/lanes.ts';
import { scenarios } from '../faults/scenarios.ts';

// Every fault that has a short form; `npm run faults` does all of them, many times.

const AT_ONCE = 3;
const short = scenarios.filter((scenario) => scenario.short);
const verdicts = new Map<string, Verdict>();
let grounds: Grounds;

beforeAll(async () => {
	grounds = await openGrounds(false);
	await judge(grounds, short, AT_ONCE, (verdict) => verdicts.set(verdict.name, verdict));
}, 600_000);
afterAll(() => grounds.close());

it.each(short.map((scenario) => [scenario.name, scenario.oracle]))('%s: %s', (name) => {
	const { problem } = verdicts.get(name)!;
	if (problem !== null) throw problem;
	expect(problem).toBeNull();
});
