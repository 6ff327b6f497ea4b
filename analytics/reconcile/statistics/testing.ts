import { cellCount, centreOf, tableAmount, tableAttributes, tableRegions } from '../../contract/domain.ts';
import type { Attribute, Domain, NoisyTable, Table } from '../../contract/domain.ts';
import type { Plan } from '../../contract/plan.ts';
import { RegionTree } from '../../contract/region-tree.ts';
import type { Estimates } from '../estimates.ts';
import { reconcile } from '../reconcile.ts';
import { normal } from '../testing.ts';

/** Invented units, their exact tables, and releases of them with normal noise from a seed; for tests only. */

export interface Unit {
	/** Code of a leaf. */
	readonly region: string;
	/** Null: unknown. */
	readonly income: number | null;
	readonly sex: 'f' | 'm';
	readonly debt: number;
}

export const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'gemeente' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'gemeente' }
]);

/** Income in 31 bins of 1,000 (and unknown), groups of 4 and of 16 of them, sex, and debt of -100 to 1,000, all times the scale. */
export function incomeDomain(scale: number, tables: readonly Pick<Table, 'level' | 'by' | 'sum'>[]): Domain {
	const edges = Array.from({ length: 31 }, (_, i) => i * 1000 * scale);
	const bins = [...edges.map(String), 'unknown'];
	const groups = (name: string, of: string, every: number, size: number): Attribute => ({
		name,
		codes: Array.from({ length: size }, (_, i) => `${name}-${i}`),
		rule: { kind: 'groups', of, every }
	});
	return {
		region: { name: 'region', tree, column: null },
		attributes: [
			{ name: 'income', codes: bins, rule: { kind: 'bins', column: 'income', edges } },
			groups('income4', 'income', 4, 8),
			groups('income16', 'income4', 4, 2),
			{ name: 'sex', codes: ['f', 'm'], rule: { kind: 'codes', column: 'sex' } }
		],
		tables: tables.map((table, i) => ({ ...table, id: `t${i}`, target: null, weight: 1 })),
		amounts: [{ name: 'debt', column: 'debt', from: -100 * scale, to: 1000 * scale }]
	};
}

/** Exact values of each table, in its cell order. */
export function exactTables(domain: Domain, units: readonly Unit[]): Float64Array[] {
	return domain.tables.map((table) => {
		const cells = new Float64Array(cellCount(domain, table));
		const attributes = tableAttributes(domain, table);
		const nodes = tableRegions(domain, table) ?? [0];
		const amount = tableAmount(domain, table);
		for (const unit of units) {
			const leaf = tree.find(unit.region)!;
			const region = nodes.length === 1 ? 0 : nodes.indexOf(leaf);
			const cell = attributes.reduce((c, a) => c * a.codes.length + codeOf(domain, a, unit), region);
			cells[cell]! += amount === null ? 1 : unit.debt - centreOf(amount);
		}
		return cells;
	});
}

function codeOf(domain: Domain, { rule, codes }: Attribute, unit: Unit): number {
	if (rule.kind === 'groups')
		return Math.floor(
			codeOf(
				domain,
				domain.attributes.find((a) => a.name === rule.of)!,
				unit
			) / rule.every
		);
	if (rule.kind !== 'bins') return codes.indexOf(unit.sex);
	const { income } = unit;
	return income === null ? codes.length - 1 : rule.edges.findLastIndex((edge) => edge <= income);
}

/** Estimates of one release, with normal noise of these standard deviations by table; each period by itself. */
export function release(
	domain: Domain,
	exact: readonly Float64Array[],
	sd: readonly number[],
	random: () => number
): Estimates {
	const tables = domain.tables.map(({ id }, i): NoisyTable => {
		const counts = exact[i]!.map((x) => x + sd[i]! * normal(random));
		return { id, sigma2: `${Math.round(sd[i]! ** 2 * 1e12)}/1000000000000`, counts };
	});
	return reconcile(domain, tables, eachPeriod(domain));
}

function eachPeriod({ series, attributes }: Domain): { series?: Plan['series'] } {
	if (series === undefined) return {};
	const periods = attributes.find(({ name }) => name === series.attribute)!.codes.length;
	const variances = { independent: periods, 'half-order': periods };
	return { series: { ...series, periods, strategy: 'independent', cost: periods, variances } };
}
