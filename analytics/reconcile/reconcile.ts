import type { Domain, NoisyTable } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { InputError } from '../errors.ts';
import { closureOf, type Closure } from '../plan/components.ts';
import { onePeriod } from '../plan/periods/series.ts';
import { Estimates } from './estimates.ts';
import { measuredOf, measuredTable, type MeasuredTable } from './measured-table.ts';
import { pinComponents, type Pin } from './pins.ts';
import { seriesOf } from './series.ts';
import { estimateTree, type Nodes, type TreeEstimate } from './tree-estimate.ts';

const ONE_NODE: Nodes = { parent: [-1], depth: [0], children: [[]] };

/**
 * The best linear unbiased estimate of every cell from all noisy tables together: what belongs together adds up, and every
 * estimate has its variance. Post-processing: it costs no privacy.
 *
 * The tables fall apart into components that do not touch each other (one per set of flat attributes); each is a least
 * squares problem on the region tree; together they make the cells again.
 * @throws InputError when tables or pins do not fit the domain
 */
export function reconcile(
	domain: Domain,
	tables: readonly NoisyTable[],
	options: { readonly pins?: readonly Pin[]; readonly series?: Plan['series'] } = {}
): Estimates {
	const series = seriesOf(domain, options.series);
	if (series !== null && (options.pins ?? []).length > 0)
		throw new InputError('A release of consecutive periods takes no pins; estimate it without them.');
	const period = onePeriod(domain);
	const measured = measuredOf(domain, tables).map(({ table, noisy }) => ({
		table: period.tables[domain.tables.indexOf(table)]!,
		noisy
	}));
	const closure = closureOf(
		period,
		measured.map(({ table }) => table)
	);
	const tree: Nodes = domain.region?.tree ?? ONE_NODE;
	const places = measured.map(({ table, noisy }, place) => measuredTable(period, closure, place, table, noisy));
	const pins = pinComponents(domain, closure, options.pins ?? []);

	const rows = Array.from({ length: series?.periods ?? 1 }, (_, row) => row);
	const components = rows.flatMap((row) => {
		const sums = weightedSums(tree, closure, places, row, rows.length);
		return closure.components.map(({ cells }, b): TreeEstimate => {
			const { weighted, precision } = sums[b]!;
			return estimateTree(tree, { cells, weighted, precision, pins: pins[b]! }, (node) => {
				const region = domain.region?.tree.regions[node]?.code ?? '';
				throw new InputError(`The pins below region ${region} do not add up to the pin of the region itself.`);
			});
		});
	});
	return new Estimates(domain, tree, closure, places, components, series);
}

interface WeightedSum {
	/** By node, then by cell of the component: sum of precision x value over the tables. */
	readonly weighted: Float64Array;
	readonly precision: Float64Array;
}

/** @param row of the measured numbers of each cell, of which there are `rows` */
function weightedSums(
	tree: Nodes,
	closure: Closure,
	tables: readonly MeasuredTable[],
	row: number,
	rows: number
): WeightedSum[] {
	const sums = closure.components.map(({ reach, cells }): WeightedSum => {
		const nodes = nodesDownTo(tree, reach);
		return { weighted: new Float64Array(nodes * cells), precision: new Float64Array(nodes) };
	});
	for (const { counts, nodes, spread, parts, precision } of tables) {
		const block = spread.buffer();
		const measured = rows === 1 ? counts : counts.filter((_, i) => i % rows === row);
		for (const [r, v] of nodes.entries()) {
			spread.forward(measured, r * spread.cells, block);
			for (const { component, summed, places } of parts) {
				const sum = sums[component]!;
				const weight = precision / summed;
				sum.precision[v]! += weight;
				const start = v * places.length;
				for (let c = 0; c < places.length; c++) sum.weighted[start + c]! += weight * block[places[c]!]!;
			}
		}
	}
	return sums;
}

function nodesDownTo({ depth }: Nodes, reach: number): number {
	let nodes = 0;
	while (nodes < depth.length && depth[nodes]! <= reach) nodes++;
	return nodes;
}
