import assert from 'node:assert/strict';
import { answer, digest, freshPlace, measureOnce, request, using } from '../../place.ts';
import { spent, type Parts } from './part.ts';

export const answers: Parts = {
	'a request has one answer, and pays for it once': async (grounds) => {
		await using(await freshPlace(grounds, 'answers'), async (ledger) => {
			const first = digest(await measureOnce(ledger, request('one')));
			for (const more of [{}, { description: 'other words' }, { rho: '1/10' }])
				assert.equal(digest(await measureOnce(ledger, { ...request('one'), ...more })), first);
			const stored = await ledger.stored(request('one'));
			assert.equal(stored && digest(stored), first);
			assert.equal((await spent(ledger))['horizon'], '0.001');
			assert.ok((await ledger.verify()).ok);
		});
	},
	'another delivery, unit, period, population or plan is another request': async (grounds) => {
		await using(await freshPlace(grounds, 'keys'), async (ledger) => {
			const first = digest(await measureOnce(ledger, request('one')));
			const others = [{ snapshot: 'second' }, { period: '2022' }, { lineage: 'other' }, { unit: 'person' as const }];
			for (const other of [...others.map((more) => request('one', '1/1000', more)), request('two')]) {
				assert.equal(await ledger.stored(other), null);
				assert.notEqual(digest(await measureOnce(ledger, other)), first);
			}
			assert.equal((await ledger.history()).entries.length, 6);
		});
	},
	'a charge pays for one draw and stores one answer': async (grounds) => {
		await using(await freshPlace(grounds, 'tokens'), async (ledger) => {
			const { charge, release } = await ledger.charge(request('one'));
			await assert.rejects(ledger.store(charge, answer()), 'stored before it was spent');
			charge.spend();
			assert.throws(() => charge.spend(), 'spent twice');
			const tables = answer();
			await ledger.store(charge, tables);
			await assert.rejects(ledger.store(charge, answer()), 'stored twice');
			await release();
			await assert.rejects(ledger.store(charge, answer()), 'stored after its release');
			const again = await ledger.charge(request('one'));
			assert.throws(() => again.charge.spend(), 'a stored answer can be drawn again');
			assert.equal(again.stored && digest(again.stored), digest(tables));
			await again.release();
		});
	}
};
