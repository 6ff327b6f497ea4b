import { availableParallelism } from 'node:os';
import { osEntropy } from 'diffprivlib-js';
import type { Domain } from '../../analytics/contract/domain.ts';
import { countCells } from '../../analytics/measure/count-cells.ts';
import { measure as measureRelease } from '../../analytics/measure/measure.ts';
import { writeCuts } from '../../analytics/measure/sql.ts';
import { figure, seconds, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { compared, timed } from '../timer.ts';
import { planOf } from '../workloads/plan.ts';
import { referenceDomain, SIZES } from '../workloads/reference.ts';
import { arraysOf, engineWith, rowsOf } from '../workloads/rows.ts';

const ROWS = 5_000_000;
const RELEASE_ROWS = 1_000_000;
const RELATION = 'rows_of_units';

export const measure: Part = {
	name: 'measure',
	title: `Measure: exact counts of ${ROWS.toLocaleString('en')} rows, leaf regions x life event x age (1,290,240 cells)`,
	async *figures() {
		const reference = referenceDomain();
		const table = reference.tables.findLast(({ by }) => by.join() === 'a0,a1')!;
		const domain: Domain = { ...reference, tables: [table] };
		const rows = rowsOf(ROWS, domain.region!.tree, SIZES);
		const arrays = arraysOf(rows);
		const single = await engineWith(rows, RELATION, 1);
		const parallel = await engineWith(rows, RELATION, availableParallelism());
		try {
			await writeCuts(single, domain);
			await writeCuts(parallel, domain);
			const count = (engine: typeof single) => countCells(domain, table, { engine, relation: RELATION });
			const negative = tabulated(arrays).map((n) => -n);
			if ((await count(parallel)).plus(negative).some((n) => n !== 0))
				throw new RangeError('the engine and the plain loop count differently');
			const time = await compared(
				{ single: () => count(single), parallel: () => count(parallel), plain: () => tabulated(arrays) },
				{ warmUps: 1, repeats: 3 }
			);
			const clock = `${(ROWS / time.single.wall / 1e6).toFixed(2)} on the clock`;
			yield figure('rows a second, engine with one thread', ROWS / time.single.cpu / 1e6, 'million', null, clock);
			yield figure('rows a second on the clock, all threads', ROWS / time.parallel.wall / 1e6, 'million');
			yield figure('rows a second, plain loop over typed arrays', ROWS / time.plain.cpu / 1e6, 'million');
			yield figure('time of the engine with one thread against the plain loop', time.single.cpu / time.plain.cpu);
		} finally {
			await single.close();
			await parallel.close();
		}
		yield await wholeRelease(reference);
	}
};

/** Counting and noise for all 40 tables of the reference workload. */
async function wholeRelease(domain: Domain): Promise<Figure> {
	const plan = planOf(domain, 'max-variance', '1/10');
	const engine = await engineWith(rowsOf(RELEASE_ROWS, domain.region!.tree, SIZES), RELATION, availableParallelism());
	const open = () => Promise.resolve({ engine, relation: RELATION });
	const time = await timed(() =>
		measureRelease({ domain, plan, charge: { spend: () => {} }, open, entropy: osEntropy() })
	);
	return seconds(`40 tables, 5.1 million cells, of ${RELEASE_ROWS.toLocaleString('en')} rows, once`, time);
}

/** The same table by one loop: cells in the order of the domain. */
function tabulated([region, a0, a1]: readonly Int32Array[]): Float64Array {
	const first = region!.reduce((least, v) => Math.min(least, v));
	const counts = new Float64Array(13_440 * 12 * 8);
	for (let i = 0; i < region!.length; i++) counts[((region![i]! - first) * 12 + a0![i]!) * 8 + a1![i]!]!++;
	return counts;
}
