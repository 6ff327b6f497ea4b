import { sql, type RawBuilder } from 'kysely';
import { columnIndex, type DataFile } from '../data-file.ts';
import { REGION_YEAR_COLUMN, VSLGWBTAB } from '../tables/vslgwbtab.ts';
import type { CheckData } from './check-data.ts';

/** The region columns of one classification year, as the file spells them. */
export interface Classification {
	readonly year: number;
	readonly gem: string;
	readonly wc: string;
	readonly bc: string;
}

/** The years for which a file has all three region columns, the earliest first. */
export function classifications(file: DataFile): Classification[] {
	const years = new Set(file.columns.flatMap(({ name }) => REGION_YEAR_COLUMN.exec(name)?.groups?.year ?? []));
	return [...years].sort().flatMap((year) => {
		const places = ['gem', 'wc', 'bc'].map((prefix) => columnIndex(file, `${prefix}${year}`));
		if (places.includes(-1)) return [];
		const [gem, wc, bc] = places.map((place) => file.columns[place]!.name);
		return [{ year: Number(year), gem: gem!, wc: wc!, bc: bc! }];
	});
}

/** The latest classification that holds on the day after the period, or the earliest of all. */
export function currentClassification(data: CheckData): Classification {
	const all = classifications(data.file(VSLGWBTAB).file);
	return all.findLast(({ year }) => year <= data.year + 1) ?? all[0]!;
}

/** One number for an address. Different addresses almost never share one, and what is made of it only warns. */
export function addressNumber(): RawBuilder<bigint> {
	return sql`hash("SOORTOBJECTNUMMER", "RINOBJECTNUMMER")`;
}
