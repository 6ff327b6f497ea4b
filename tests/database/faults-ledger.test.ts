import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGrounds, type Grounds } from '../faults/grounds.ts';
import { ofLedger } from '../faults/scenarios.ts';

// Every fault that has a short form; `npm run faults` does all of them, many times.

let grounds: Grounds;
beforeAll(async () => {
	grounds = await openGrounds(false);
});
afterAll(() => grounds.close());

it.each(ofLedger.filter(({ short }) => short).map((scenario) => [scenario.name, scenario] as const))(
	'%s',
	async (_name, scenario) => {
		// Each scenario is its own oracle: it throws when something does not hold.
		expect(await scenario.run(grounds)).toBeTypeOf('object');
	}
);
