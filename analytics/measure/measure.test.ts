import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osEntropy } from 'diffprivlib-js';
import { afterAll, describe, expect, it } from 'vitest';
import { cellCount } from '../contract/domain.ts';
import { specSchema } from '../contract/spec.ts';
import { openEngine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { measure } from './measure.ts';
import { exactCounts, HEADER, planFor, small, tree } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-measure-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};

describe('measure', () => {
	const spec = specSchema.parse(small);
	const domain = publicDomain(spec, tree, 'small.yaml');
	const read = async (file: string) =>
		tableAnalysisFile(spec, domain, file, await openEngine({ readable: [file], threads: 1 }));

	it('spends the charge before it opens the data, and opens nothing when the charge is refused', async () => {
		const order: string[] = [];
		const file = write('order.csv', `${HEADER}1,A1,3,m,50\n`);
		const open = () => {
			order.push('open');
			return read(file);
		};
		const plan = planFor(domain, '5/1');
		const charge = { spend: () => void order.push('spend') };
		const tables = await measure({ domain, plan, charge, open, entropy: osEntropy() });
		expect(order).toEqual(['spend', 'open']);
		expect(tables.map((t) => [t.id, t.counts.length])).toEqual(domain.tables.map((t) => [t.id, cellCount(domain, t)]));
		expect(tables.every((t) => t.counts.every(Number.isSafeInteger))).toBe(true);
		const spent = {
			spend: () => {
				throw new Error('spent before');
			}
		};
		await expect(measure({ domain, plan, charge: spent, open, entropy: osEntropy() })).rejects.toThrow('spent before');
		expect(order).toEqual(['spend', 'open']);
	});

	it('refuses a plan of other tables before anything is spent', async () => {
		const plan = planFor(domain, '5/1');
		const fail = async () => {
			throw new Error('must not be reached');
		};
		const charge = { spend: () => void fail() };
		const wrong = { tables: plan.tables.map((t, i) => (i === 1 ? { ...t, cells: t.cells + 1 } : t)) };
		await expect(measure({ domain, plan: wrong, charge, open: fail, entropy: osEntropy() })).rejects.toThrow(
			RangeError
		);
	});

	it('adds noise of the planned variance to the exact counts', async () => {
		// 30 releases of 82 cells: the sum of squares over sigma2 is chi-square with 2,460 degrees of freedom up to
		// discreteness, sd 70. Five sd either way: false alarm below 1e-6.
		const file = write('noise.csv', `${HEADER}1,A1,3,m,50\n2,B1,30,v,500\n`);
		const open = () => read(file);
		const exact = await exactCounts(domain, open);
		let cells = 0;
		let squares = 0;
		for (let run = 0; run < 30; run++) {
			const plan = planFor(domain, '81/2');
			const tables = await measure({ domain, plan, charge: { spend() {} }, open, entropy: osEntropy() });
			tables.forEach((table, t) =>
				table.counts.forEach((count, i) => {
					cells++;
					squares += (count - exact[t]![i]!) ** 2 / 40.5;
				})
			);
		}
		expect(Math.abs(squares - cells)).toBeLessThan(5 * Math.sqrt(2 * cells));
	});
});
