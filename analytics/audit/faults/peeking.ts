import { cellCount, type Domain, type NoisyTable } from '../../contract/domain.ts';
import { countCells } from '../../measure/count-cells.ts';
import { measure, type MeasureInput } from '../../measure/measure.ts';
import { writeCuts } from '../../measure/sql.ts';
import type { AnalysisFile } from '../../population/analysis-file.ts';
import { shortPath, type ReleasePath } from '../path.ts';

/** Exact counts of every table. Faults alone look at them, and what they look at is invented. */
export async function exactCounts(domain: Domain, file: AnalysisFile): Promise<Float64Array[]> {
	await writeCuts(file.engine, domain);
	const all: Float64Array[] = [];
	for (const table of domain.tables)
		all.push((await countCells(domain, table, file)).plus(new Float64Array(cellCount(domain, table))));
	return all;
}

/** A measurement that looks at the records once more, just after they are opened, and does something with what it saw. */
export function peeking(look: (exact: Float64Array[], file: AnalysisFile) => void | Promise<void>): ReleasePath {
	return shortPath({ measure: (input) => measure(peekAt(input, look)) });
}

/** An answer that is changed by a look at the exact counts. */
export function answering(change: (noisy: NoisyTable[], exact: Float64Array[]) => NoisyTable[]): ReleasePath {
	return shortPath({
		async measure(input) {
			let exact: Float64Array[] = [];
			const noisy = await measure(peekAt(input, (counts) => void (exact = counts)));
			return change(noisy, exact);
		}
	});
}

function peekAt(input: MeasureInput, look: (exact: Float64Array[], file: AnalysisFile) => unknown): MeasureInput {
	return {
		...input,
		async open() {
			const file = await input.open();
			await look(await exactCounts(input.domain, file), file);
			return file;
		}
	};
}
