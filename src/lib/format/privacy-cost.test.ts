import { expect, it } from 'vitest';
import { privacyCosts } from './privacy-cost.ts';

const paid = (charge: string, rho: number, lineage = 'cbs', unit: 'person' | 'household' = 'household') => ({
	...{ charge, rho, lineage, unit }
});

it('a revision costs as well as what it replaced', () => {
	expect(privacyCosts([paid('revision', 0.25), paid('first', 0.5)])).toEqual([
		{ lineage: 'cbs', unit: 'household', rho: 0.75 }
	]);
});

it('an answer that is published more than once costs once', () => {
	expect(privacyCosts([paid('series', 0.25), paid('series', 0.25), paid('other', 0.5)])).toMatchObject([{ rho: 0.75 }]);
});

it('other people and another unit of privacy are added up by themselves', () => {
	const rows = [paid('a', 1), paid('b', 2, 'islands'), paid('c', 4, 'cbs', 'person'), paid('d', 8)];
	expect(privacyCosts(rows)).toEqual([
		{ lineage: 'cbs', unit: 'household', rho: 9 },
		{ lineage: 'islands', unit: 'household', rho: 2 },
		{ lineage: 'cbs', unit: 'person', rho: 4 }
	]);
});

it('nothing published costs nothing', () => {
	expect(privacyCosts([])).toEqual([]);
});
