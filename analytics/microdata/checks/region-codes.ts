import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { VSLGWBTAB } from '../tables/vslgwbtab.ts';
import type { CheckRule } from './rule.ts';

/** Four characters of the municipality, two of the wijk, two of the buurt; dashes stand for what is unknown. */
export const regionCodes: CheckRule = {
	id: 'region-codes',
	level: 1,
	severity: 'warn',
	title: 'in each classification year the buurt lies in its wijk and the wijk in its municipality',
	tables: [VSLGWBTAB],
	broken(data) {
		const names = data.file(VSLGWBTAB).columns.map((column) => column.name);
		const years = names.flatMap((name) => /^bc(\d{4})$/i.exec(name)?.[1] ?? []);
		const trios = years.map((year) => [`gem${year}`, `wc${year}`, `bc${year}`] as const);
		const { ref } = data.engine.db.dynamic;
		const nested = trios.map(
			([gem, wc, bc]) => sql<boolean>`coalesce(left(${ref(wc)}, 4) = ${ref(gem)} and left(${ref(bc)}, 6) = ${ref(wc)}
				and length(${ref(bc)}) = 8, ${ref(gem)} is null and ${ref(wc)} is null and ${ref(bc)} is null)`
		);
		if (nested.length === 0) return Promise.resolve(1);
		const rows = data.rows(VSLGWBTAB, trios.flat(), 'row').selectAll();
		return data.count(rows.where(sql<boolean>`not (${sql.join(nested, sql` and `)})`) as RowQuery);
	}
};
