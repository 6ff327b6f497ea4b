import assert from 'node:assert/strict';
import { approve, type Statement } from '../../../../analytics/ledger/statement.ts';
import { freshDatabase } from '../../grounds.ts';
import { officer, publicPart, type OfficerWithKey } from '../../officers.ts';
import { freshPlace, measureOnce, request, using } from '../../place.ts';
import { REFUSED, spent, type Parts } from './part.ts';

const [an, bo, eve] = [officer('An'), officer('Bo'), officer('Eve')];
const sign = (statement: Statement, signers: readonly OfficerWithKey[]) =>
	signers.map(({ name, privateKey }) => ({ officer: name, signature: approve(statement, privateKey) }));
const TOO_FEW = [[], [an], [an, an], [an, eve], [an, { ...bo, privateKey: an.privateKey }]];
const HORIZON = { lineage: 'population', unit: 'household', scope: 'horizon' } as const;

export const signed: Parts = {
	'only two officers raise a cap': async (grounds) => {
		await using(await freshPlace(grounds, 'caps'), async (ledger) => {
			await ledger.decide(await ledger.propose({ action: 'officers', officers: [an, bo].map(publicPart) }), []);
			const raise = await ledger.propose({ action: 'cap', ...HORIZON, cap: '20' });
			for (const signers of TOO_FEW) await assert.rejects(ledger.decide(raise, sign(raise, signers)), REFUSED);
			await ledger.decide(raise, sign(raise, [an, bo]));
			await assert.rejects(ledger.decide(raise, sign(raise, [an, bo])), 'one statement counts twice');
		});
	},
	'only two officers reconcile, and then exactly what was spent is spent': async (grounds) => {
		const place = await freshPlace(grounds, 'reconcile');
		await using(place, async (ledger) => {
			await ledger.decide(await ledger.propose({ action: 'officers', officers: [an, bo].map(publicPart) }), []);
			await measureOnce(ledger, request('before'));
		});
		const older = { ...place, url: await freshDatabase(grounds, place.url) };
		const lost = await using(place, async (ledger) => {
			for (const id of ['a', 'b']) await measureOnce(ledger, request(id, '1/7', { period: '2022' }));
			return spent(ledger);
		});
		await using(older, async (ledger) => {
			const statement = await ledger.propose({ action: 'reconcile' });
			for (const signers of TOO_FEW) await assert.rejects(ledger.decide(statement, sign(statement, signers)), REFUSED);
			await ledger.decide(statement, sign(statement, [an, bo]));
			assert.deepEqual(await spent(ledger), lost);
			await measureOnce(ledger, request('after'));
			assert.deepEqual((await ledger.verify()).problems, []);
		});
	}
};
