import { Absent, type Folder } from './folder.ts';
import type { Line } from './judge.ts';

/** One published table that is compared with the same figures of the synthetic population. */
export interface Comparison {
	readonly title: string;
	/** How the synthetic figures are counted, and what is assumed where the source does not say. */
	readonly counted: string;
	/** @throws Absent when the folder lacks what every line needs */
	find(folder: Folder): Promise<Findings>;
}

export interface Findings {
	readonly lines: readonly Line[];
	/** Tables, years and columns that are not in this folder, each with the number of published figures that wait for it. */
	readonly absent: readonly { readonly what: string; readonly figures: number }[];
}

/** The lines of each item; an item that needs what the folder lacks is counted as absent. */
export async function gather<T>(items: Iterable<T>, find: (item: T) => Promise<readonly Line[]>): Promise<Findings> {
	const lines: Line[] = [];
	const absent = new Map<string, number>();
	for (const item of items) {
		try {
			lines.push(...(await find(item)));
		} catch (error) {
			if (!(error instanceof Absent)) throw error;
			absent.set(error.message, (absent.get(error.message) ?? 0) + 1);
		}
	}
	return { lines, absent: [...absent].map(([what, figures]) => ({ what, figures })) };
}
