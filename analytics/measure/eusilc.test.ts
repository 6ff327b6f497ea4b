import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { cellName, csvRows, trueCounts } from '../../tests/database/truth.ts';
import { cellCount, tableAttributes, tableRegions } from '../contract/domain.ts';
import { openEngine } from '../engine/engine.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { planRelease } from '../plan/plan.ts';
import { loadSpecification } from '../specification/load.ts';
import { countCells } from './count-cells.ts';
import { writeCuts } from './sql.ts';

const eusilc = resolve('../shared/data/microdata/laeken_eusilc.csv');

it.runIf(existsSync(eusilc))(
	'the income example on EU-SILC: each count and sum is the one counted by other rules',
	async () => {
		const { spec, domain } = await loadSpecification('examples/eusilc-income.yaml');
		expect(planRelease({ ...spec, domain }).tables).toHaveLength(domain.tables.length);
		const truth = trueCounts(spec, csvRows(eusilc), csvRows('examples/eusilc-regions.csv'));
		const engine = await openEngine({ readable: [eusilc] });
		const analysis = await tableAnalysisFile(spec, domain, eusilc, engine);
		await writeCuts(engine, domain);
		let cells = 0;
		for (const table of domain.tables) {
			const counts = (await countCells(domain, table, analysis)).plus(new Float64Array(cellCount(domain, table)));
			const own = new Map(tableAttributes(domain, table).map((attribute) => [attribute.name, attribute.codes]));
			const regions = tableRegions(domain, table)?.map((v) => domain.region!.tree.regions[v]!.code) ?? [''];
			let names = regions.map((region) => cellName(table.id, region));
			for (const { name } of domain.attributes)
				names = names.flatMap((cell) => (own.get(name) ?? ['']).map((code) => cellName(cell, code)));
			expect(names).toHaveLength(counts.length);
			names.forEach((name, i) => expect([name, counts[i]]).toEqual([name, truth.get(name) ?? 0]));
			cells += counts.length;
		}
		await engine.close();
		expect(cells).toBe(16 + 96 + 4 + 160 + 40 + 10 + 10 + 6 + 6);
	}
);
