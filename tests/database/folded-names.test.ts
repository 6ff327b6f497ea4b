import { expect, it } from 'vitest';
import { RegionTree } from '../../analytics/contract/region-tree.ts';
import { openPool } from '../../analytics/postgres/pool.ts';
import { openStore } from '../../analytics/store/store.ts';
import { fold } from '../../src/lib/format/folded-name.ts';
import { freshDatabase } from './fresh.ts';
import { publication } from './publication.ts';

it('the database folds names as a search folds what it is given', async () => {
	const letters = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšž';
	const names = ['Súdwest-Fryslân', "'s-Hertogenbosch", 'ÉÉN', 'Øre', letters, letters.toUpperCase()];
	const url = await freshDatabase();
	const store = await openStore(url);
	const pool = openPool(url, 1);
	try {
		const tree = new RegionTree(
			names.map((name, i) => ({
				code: `R${i}`,
				parent: i === 0 ? null : 'R0',
				name,
				level: i === 0 ? 'land' : 'plaats'
			}))
		);
		const regions = tree.regions.map((region, position) => ({
			...region,
			...{ depth: tree.depth[position]!, position, hex_q: null, hex_r: null, population: null }
		}));
		await store.publish({ ...publication('2023', 'names', []), regions, signals: [] });
		const { rows } = await pool.query<{ name: string; folded_name: string }>(
			'select name, folded_name from published.region order by position'
		);
		expect(rows).toEqual(names.map((name) => ({ name, folded_name: fold(name) })));
	} finally {
		await pool.end();
		await store.close();
	}
});
