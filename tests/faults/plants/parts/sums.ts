import assert from 'node:assert/strict';
import { freshPlace, open, request, using } from '../../place.ts';
import { REFUSED, spent, withLedgers, type Parts } from './part.ts';

const ACCOUNT = { lineage: 'population', unit: 'household' } as const;
const NESTED = { period: '2022', periods: ['2022', '2023'], project: 'alpha' };
const SCOPES = ['horizon', 'year:2022', 'year:2023', 'programme:dashboard', 'project:alpha'];
const each = (amount: string) => Object.fromEntries(SCOPES.map((scope) => [scope, amount]));

export const sums: Parts = {
	'every scope pays the amount, rounded up, and nothing comes back': async (grounds) => {
		await using(await freshPlace(grounds, 'sums'), async (ledger) => {
			await ledger.open({ ...ACCOUNT, scope: 'project:alpha', cap: '2' });
			for (const sum of ['0.333333334', '0.666666668']) {
				const { release } = await ledger.charge(request('one', '1/3', NESTED));
				await release();
				assert.deepEqual(await spent(ledger), each(sum));
			}
		});
	},
	'what does not fit any of its accounts is refused whole, and the last nano fits': async (grounds) => {
		await using(await freshPlace(grounds, 'caps'), async (ledger) => {
			for (const scope of SCOPES) {
				const nested = { ...NESTED, lineage: `where ${scope} is short` };
				const account = { ...ACCOUNT, lineage: nested.lineage };
				await ledger.open({ ...account, scope: 'project:alpha', cap: '2' });
				await ledger.open({ ...account, scope, cap: '1/100' });
				await assert.rejects(ledger.charge(request('more', '10000001/1000000000', nested)), REFUSED);
				assert.ok(Object.values(await spent(ledger, nested.lineage)).every((amount) => amount === '0'));
				await (await ledger.charge(request('all', '1/100', nested))).release();
				await assert.rejects(ledger.charge(request('one more', '1/1000000000', nested)), REFUSED);
				assert.equal((await spent(ledger, nested.lineage))[scope], '0.01');
			}
		});
	},
	'many at once spend exactly what there is': async (grounds) => {
		const place = await freshPlace(grounds, 'many');
		await using(place, (ledger) => ledger.open({ ...ACCOUNT, scope: 'year:2023', cap: '10/1000' }));
		await withLedgers(
			Array.from({ length: 6 }, () => place),
			async (ledgers) => {
				const asked = Array.from({ length: 24 }, async (_, i) => {
					const { release } = await ledgers[i % ledgers.length]!.charge(request(`${i}`));
					await release();
				});
				const outcomes = await Promise.allSettled(asked);
				for (const one of outcomes)
					if (one.status === 'rejected') assert.equal((one.reason as Error).name, REFUSED.name);
				assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 10);
				assert.equal((await spent(ledgers[0]!))['year:2023'], '0.01');
				assert.ok((await ledgers[0]!.verify()).ok);
			}
		);
	},
	'what is no amount is no charge': async (grounds) => {
		const ledger = await open(await freshPlace(grounds, 'odd'));
		for (const rho of ['NaN', 'Infinity', '-1', '-0', '0', '', '0x1', '1e400', '9223372036854775808', NaN, -1, null])
			await assert.rejects(ledger.charge(request('odd', rho as string)), `charged ${rho}`);
		assert.deepEqual((await ledger.history()).entries, []);
		await ledger.close();
	}
};
