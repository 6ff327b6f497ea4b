import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Domain } from '../../analytics/contract/domain.ts';
import { planSpecification } from '../../analytics/pipeline.ts';
import type { PlanInput } from '../../analytics/plan/plan.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { figure, seconds, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { compared, timed } from '../timer.ts';
import { planOf } from '../workloads/plan.ts';
import { domainOf, subsetsUpTo } from '../../analytics/plan/testing.ts';
import { flatChecks, treeChecks, type PlannerCheck } from '../workloads/planner-checks.ts';
import { REFERENCE_FILE, referenceDomain } from '../workloads/reference.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/netherlands.yaml', import.meta.url));
/** Fourteen attributes of a household survey: 470 tables by at most three of them. */
const FOURTEEN = domainOf([12, 8, 6, 8, 5, 4, 10, 3, 2, 7, 9, 2, 15, 4], subsetsUpTo(14, 3));
/** Six digits, as the check values are given. */
const SIX_DIGITS = { to: 1e-6 };
const SECONDS = { to: 10 };

export const planner: Part = {
	name: 'planner',
	title: 'Planner: values, bounds and ratios against check values; time of one plan',
	async *figures() {
		yield* compare('flat', flatChecks);
		yield* compare('tree', treeChecks);
		if (existsSync(REFERENCE_FILE)) yield* compareTables();

		const reference = await timed(() => planOf(referenceDomain(), 'max-variance'));
		yield figure('gap that the plan of the reference workload proves', reference.result.gap, '', { to: 1e-6 });
		yield seconds('that plan, once', reference, SECONDS);
		yield seconds('14 attributes, 470 tables, largest variance', await time(FOURTEEN, 'max-variance'), SECONDS);
		yield seconds('14 attributes, 470 tables, sum of variances', await time(FOURTEEN, 'sum-of-variances'), SECONDS);
		const specification = await loadSpecification(EXAMPLE);
		const example = await timed(() => planSpecification(specification));
		yield seconds('examples/netherlands.yaml, once', example, SECONDS);
		yield figure('its ratio to the lower bound, on an irregular tree', example.result.ratio);
		yield figure('the gap that it proves', example.result.gap, '', { to: 1e-6 });
	}
};

function* compare(kind: string, checks: readonly PlannerCheck[]): Iterable<Figure> {
	const differences: { readonly name: string; readonly by: number }[] = [];
	const ratios: { readonly name: string; readonly by: number }[] = [];
	const nested: number[] = [];
	for (const { name, domain, sum, rmse, minimax, ratio, nested: isNested } of checks) {
		const bySum = planOf(domain, 'sum-of-variances');
		const byMax = planOf(domain, 'max-variance');
		const cells = bySum.tables.reduce((n, table) => n + table.cells, 0);
		const pairs = [
			[bySum.lowerBound, sum],
			[Math.sqrt(bySum.lowerBound / cells), rmse],
			[byMax.lowerBound, minimax],
			// Where plain tables are optimal the plan itself reaches the value.
			[bySum.value, isNested ? sum : undefined],
			[byMax.value, isNested ? minimax : undefined]
		] as const;
		for (const [ours, check] of pairs)
			if (check !== undefined) differences.push({ name, by: Math.abs(ours / check - 1) });
		if (ratio !== undefined) ratios.push({ name, by: Math.abs(bySum.ratio - ratio) });
		if (isNested) nested.push(bySum.ratio, byMax.ratio);
	}
	const worst = differences.reduce((a, b) => (b.by > a.by ? b : a));
	yield figure(`${differences.length} ${kind} values, largest difference`, worst.by, '', SIX_DIGITS, worst.name);
	if (ratios.length > 0) {
		const off = ratios.reduce((a, b) => (b.by > a.by ? b : a));
		yield figure(`${ratios.length} ratios of plain tables, largest difference`, off.by, '', { to: 6e-5 }, off.name);
	}
	if (nested.length > 0)
		yield figure(`${nested.length} ratios on nested workloads, largest`, Math.max(...nested), '', { to: 1.0005 });
}

interface Checks {
	readonly tree: Record<
		string,
		{ readonly optMeanPerTable: number; readonly perTableVarOptMean: Record<string, number> }
	>;
}

/** The variance of every table of the reference workload when each table counts alike. */
function* compareTables(): Iterable<Figure> {
	const { tree } = JSON.parse(readFileSync(REFERENCE_FILE, 'utf8')) as Checks;
	const check = Object.entries(tree).find(([name]) => name.includes('8 sets'))![1];
	const domain = referenceDomain();
	const cellsOf = new Map(planOf(domain, 'max-variance').tables.map(({ id, cells }) => [id, cells]));
	const tables = domain.tables.map((table) => ({
		...table,
		weight: 1 / (domain.tables.length * cellsOf.get(table.id)!)
	}));
	const { value, tables: planned } = planOf({ ...domain, tables }, 'sum-of-variances');
	const differences = planned.map(({ variance, level, by }) => {
		const key = `(${[domain.region!.tree.levels.indexOf(level!), ...domain.attributes.map(({ name }) => Number(by.includes(name)))].join(', ')})`;
		return Math.abs(variance.mean / check.perTableVarOptMean[key]! - 1);
	});
	yield figure(
		'mean variance of its tables when each counts alike',
		Math.abs(value / check.optMeanPerTable - 1),
		'',
		SIX_DIGITS
	);
	yield figure(
		`${differences.length} variances of single tables, largest difference`,
		Math.max(...differences),
		'',
		SIX_DIGITS
	);
}

async function time(domain: Domain, objective: PlanInput['objective']) {
	const { run } = await compared({ run: () => planOf(domain, objective) }, { warmUps: 0, repeats: 1 });
	return run;
}
