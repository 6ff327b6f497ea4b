import type { Cell } from '../contract/early-warning.ts';
import type { PublicationContent } from './insert-release.ts';
import { regionsOf } from './trees.ts';

type Group = Pick<Cell, 'attribute' | 'code'>;

/** Indicators, regions and groups are numbers inside the store. */
export interface Numbers {
	/** Every group that a row of the release is about, all units together first. */
	readonly groups: readonly Group[];
	indicator(id: string): number;
	region(code: string): number;
	grouping(group: Group): number;
}

/** Each of these throws RangeError for a name that the release does not have. */
export function numbersOf({ indicators, regions, figures, warning }: PublicationContent): Numbers {
	const groups = new Map([[keyOf(WHOLE), WHOLE]]);
	for (const rows of [figures, warning.watch, warning.smallAreas, warning.eventRisks, warning.eventGroups])
		for (const { attribute, code } of rows) groups.set(keyOf({ attribute, code }), { attribute, code });
	for (const { event: attribute, since: code } of warning.eventGroups)
		groups.set(keyOf({ attribute, code }), { attribute, code });
	const grouping = numbering('group', [...groups.keys()]);
	const ids = indicators.map(({ id }) => id);
	const codes = regionsOf(regions).map(({ code }) => code);
	return {
		groups: [...groups.values()],
		indicator: numbering('indicator', ids),
		region: numbering('region', codes),
		grouping: (group) => grouping(keyOf(group))
	};
}

const WHOLE: Group = { attribute: '', code: '' };

function keyOf({ attribute, code }: Group): string {
	return JSON.stringify([attribute, code]);
}

/** A row beside the numbers of its indicator, group and region. */
export interface Numbered<Row> {
	readonly row: Row;
	readonly at: readonly [indicator: number, grouping: number, region: number];
}

/** Rows in the order in which they are read: an indicator of all regions, for one group. */
export function inOrder<Row extends Cell>(rows: readonly Row[], numbers: Numbers): Numbered<Row>[] {
	return rows
		.map((row) => ({
			row,
			at: [numbers.indicator(row.indicator), numbers.grouping(row), numbers.region(row.region)] as const
		}))
		.sort(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

/** Numbers names in their order. */
function numbering(what: string, names: readonly string[]): (name: string) => number {
	const numbers = new Map(names.map((name, number) => [name, number]));
	return (name) => {
		const number = numbers.get(name);
		if (number === undefined) throw new RangeError(`a row of the release names an unknown ${what}`);
		return number;
	};
}
