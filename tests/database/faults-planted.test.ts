import { expect, it } from 'vitest';
import { openGrounds } from '../faults/grounds.ts';
import { planted } from '../faults/plants/scenario.ts';

it('faults that are planted in the ledger are found', async () => {
	const grounds = await openGrounds(false);
	try {
		expect(await planted.run(grounds)).toMatchObject({ planted: expect.any(Number) as number });
	} finally {
		await grounds.close();
	}
}, 300_000);
