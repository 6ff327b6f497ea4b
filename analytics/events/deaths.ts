import { sql } from 'kysely';
import { named } from '../engine/named.ts';
import { DEATH_DATES, GBAOVERLIJDENTAB } from '../microdata/tables/gbaoverlijdentab.ts';
import { GBAVERBINTENISPARTNERBUS } from '../microdata/tables/gbaverbintenispartnerbus.ts';
import { SECMBUS } from '../microdata/tables/secmbus.ts';
import type { Source, TableNeed } from '../population/fact.ts';
import { personKey } from '../population/person-key.ts';
import { endNumber, whole, type Rows } from './expressions.ts';
import type { Scene } from './life-event.ts';
import { rowsOf } from './sources.ts';

export const DEATH_NEEDS: readonly TableNeed[] = [
	{ table: GBAVERBINTENISPARTNERBUS, years: [0] },
	{ table: GBAOVERLIJDENTAB, years: [0] }
];

const PARTNERSHIP = ['AANVANGVERBINTENIS', 'EINDEVERBINTENIS', 'RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'];

/**
 * Members whose spouse or registered partner died while they were together: `person`, `household`, `partner` (INTEGER) and
 * `date` of death. The survivor's own row names the partner; rows about the dead are read only of those who are in no
 * household on the date.
 */
function deceasedPartners({ stage, offset, members, since }: Scene): Rows {
	const deaths = DEATH_DATES.map((name) => named(name));
	return sql`(
		select own.person, own.household, own.partner, min(dead.date) as date from (
			select person, household, ${personKey(sql`RINPERSOONSVERBINTENISP`, sql`RINPERSOONVERBINTENISP`)} as partner,
				AANVANGVERBINTENIS as start, ${endNumber(sql`EINDEVERBINTENIS`)} as until
			from ${stage.rows(GBAVERBINTENISPARTNERBUS, PARTNERSHIP, offset)} as own_row
		) as own
		join (
			select person, coalesce(${sql.join(deaths)}) as date
			from ${stage.all(GBAOVERLIJDENTAB, DEATH_DATES, offset)} as death
		) as dead on dead.person = own.partner
		left join ${members} as member on member.person = own.partner
		where member.person is null and dead.date between own.start and own.until and dead.date >= ${whole(since)}
		group by own.person, own.household, own.partner
	)`;
}

/** The members whose partner died. */
export function widowed(scene: Scene): Source {
	return rowsOf('deceased partners', () => deceasedPartners(scene));
}

/** The same, with `category`: the last of the partner's socio-economic categories before death, of two the higher, or null. */
export function widowedOf(scene: Scene): Source {
	return rowsOf('deceased partners by category', () => lastCategories(scene, deceasedPartners(scene)));
}

function lastCategories({ stage, offset }: Scene, deceased: Rows): Rows {
	return sql`(
		select gone.person, gone.household, gone.date, max_by(life.category, life.start * 100::bigint + life.category) as category
		from ${deceased} as gone
		left join (
			select person, try_cast(SECM as utinyint) as category, AANVSECM as start
			from ${stage.all(SECMBUS, ['AANVSECM', 'SECM'], offset)} as spell
			where person in (select partner from ${deceased} as gone)
		) as life on life.person = gone.partner and life.start <= gone.date
		group by gone.person, gone.household, gone.date, gone.partner
	)`;
}
