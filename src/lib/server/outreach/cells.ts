import type { Published } from '../db.ts';
import type { Indicator } from '../queries/indicators.ts';
import { areaEstimates, cellSizes, eventGroups, hasEstimates, hasEventGroups } from '../queries/outreach.ts';
import type { Span } from '../queries/outreach.ts';
import type { Grouping } from './groupings.ts';
import { LAST_YEAR } from './groupings.ts';

/** A cell that a plan may choose: a group in a region, with what is known of it. */
export interface Cell {
	readonly position: number;
	readonly attribute: string;
	readonly code: string;
	readonly units: number;
	readonly share: number;
	readonly se: number;
}

/** Every cell of a grouping with a size and an estimate, in regions of one level. */
export async function cellsOf(db: Published, chosen: Indicator, grouping: Grouping, span: Span): Promise<Cell[]> {
	if (grouping.crossed !== null) {
		const rows = await eventGroups(db, { ...crossedOf(chosen, grouping.crossed), ...span });
		return rows.map(({ position, code, event, units, estimate, se }) => ({
			...{ position, attribute: `${grouping.crossed} ${event}`, code, units, share: estimate, se }
		}));
	}
	const asked = { ...groupsOf(chosen, grouping), ...span };
	const [estimates, sizes] = await Promise.all([areaEstimates(db, asked), cellSizes(db, asked)]);
	const units = new Map(sizes.map((cell) => [keyOf(cell), cell.denominator]));
	return estimates.flatMap(({ estimate, ...cell }) => {
		const size = units.get(keyOf(cell));
		return size === undefined ? [] : [{ ...cell, share: estimate, units: size }];
	});
}

/** Whether there is any such cell. */
export function hasCells(db: Published, chosen: Indicator, grouping: Grouping, span: Span): Promise<boolean> {
	return grouping.crossed === null
		? hasEstimates(db, { ...groupsOf(chosen, grouping), ...span })
		: hasEventGroups(db, { ...crossedOf(chosen, grouping.crossed), ...span });
}

const keyOf = ({ position, attribute, code }: Pick<Cell, 'position' | 'attribute' | 'code'>) =>
	`${position} ${attribute} ${code}`;

const groupsOf = ({ spec, period, id }: Indicator, { groups }: Grouping) => ({
	spec,
	period,
	indicator: id,
	attributes: [...new Set(groups.map(({ attribute }) => attribute))],
	codes: [...new Set(groups.map(({ code }) => code))]
});

const crossedOf = ({ spec, period, id }: Indicator, attribute: string) => ({
	...{ spec, period, indicator: id, since: LAST_YEAR, attribute }
});
