import { sql, type RawBuilder } from 'kysely';
import { FIRST_VINTAGE, LAST_VINTAGE } from '../../../regions/changes.ts';
import { passages } from '../../../regions/mergers.ts';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { classifications, type Classification } from '../classifications.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { text } from '../typed-rows.ts';

/**
 * For each two classification years that follow each other in the file, and each pair of municipalities that share addresses in
 * them: how many `addresses`, the `total` of the earlier municipality, and the `share` of it that went this way by the public
 * list of mergers, null when none did.
 */
export const VINTAGES: Relation = {
	name: 'vintages',
	tables: [VSLGWBTAB],
	of: 'file',
	rows: async (data) => {
		const pairs = vintagePairs(data);
		if (pairs.length === 0) return sql`(select 0 as addresses, 0 as total, 0 as share where false)`;
		return sql`(${sql.join(
			pairs.map(([earlier, later]) => passed(data, earlier, later)),
			sql` union all `
		)})`;
	}
};

function vintagePairs(data: CheckData): [Classification, Classification][] {
	const known = classifications(data.file(VSLGWBTAB).file).filter(
		({ year }) => year >= FIRST_VINTAGE && year <= LAST_VINTAGE
	);
	return known.slice(1).map((later, i) => [known[i]!, later]);
}

function passed(data: CheckData, earlier: Classification, later: Classification): RawBuilder<unknown> {
	const list = passages(earlier.year, later.year).map(
		({ from, to, share }) => sql`(${from}, ${to}, cast(${sql.val(share.part / share.whole)} as double))`
	);
	return sql`(select addresses, total, listed.share from (
			select ${text(earlier.gem)} as earlier, ${text(later.gem)} as later, count(*) as addresses,
				sum(count(*)) over (partition by ${text(earlier.gem)}) as total
			from ${data.rows(VSLGWBTAB)} as row
			where regexp_full_match(${text(earlier.gem)}, '[0-9]{4}') and regexp_full_match(${text(later.gem)}, '[0-9]{4}')
			group by 1, 2) as pair
		left join (values ${sql.join(list)}) as listed(earlier_code, later_code, share)
			on earlier_code = 'GM' || earlier and later_code = 'GM' || later)`;
}
