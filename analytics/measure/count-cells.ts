import { cellCount, type Domain, type Table } from '../contract/domain.ts';
import type { WholeNumbers } from '../engine/engine.ts';
import type { AnalysisFile } from '../population/analysis-file.ts';
import { cellStrides } from './cells.ts';
import { ExactCounts } from './exact-counts.ts';
import { cellQuery } from './sql.ts';

/** Counts every cell of the table's public domain, those that no row falls in included. Needs the cuts of `writeCuts`. */
export async function countCells(domain: Domain, table: Table, file: AnalysisFile): Promise<ExactCounts> {
	const counts = new Float64Array(cellCount(domain, table));
	const strides = cellStrides(domain, table);
	const add = (columns: readonly WholeNumbers[], rows: number): void => {
		const last = columns[strides.length]!;
		for (let row = 0; row < rows; row++) {
			let cell = 0;
			for (let i = 0; i < strides.length; i++) cell += Number(columns[i]![row]) * strides[i]!;
			counts[cell]! += Number(last[row]);
		}
	};
	await file.engine.scan(cellQuery(file.engine.db, domain, table, file.relation), add);
	return new ExactCounts(counts);
}
