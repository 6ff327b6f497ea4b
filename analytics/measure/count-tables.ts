import { cellCount, type Domain, type Table } from '../contract/domain.ts';
import type { AnalysisFile } from '../population/analysis-file.ts';
import { cellsInto, finerTable } from './coarser.ts';
import { countCells } from './count-cells.ts';
import type { ExactCounts } from './exact-counts.ts';

/**
 * Counts tables of a domain on one analysis file. A table that a finer one of the domain holds is added up from it, so that the
 * rows are passed over for the finest tables only. Needs the cuts of `writeCuts`.
 */
export class TableCounts {
	readonly #domain: Domain;
	readonly #file: AnalysisFile;
	readonly #counted = new Map<string, ExactCounts>();

	constructor(domain: Domain, file: AnalysisFile) {
		this.#domain = domain;
		this.#file = file;
	}

	/** Every cell of the table's public domain, those that no row falls in included. */
	async of(table: Table): Promise<ExactCounts> {
		const known = this.#counted.get(table.id);
		if (known !== undefined) return known;
		const finer = finerTable(this.#domain, table);
		const counts =
			finer === null
				? await countCells(this.#domain, table, this.#file)
				: (await this.of(finer)).addedUp(cellsInto(this.#domain, finer, table), cellCount(this.#domain, table));
		this.#counted.set(table.id, counts);
		return counts;
	}
}
