import { epsilonAt, gaussianEpsilonAt, Rational } from 'diffprivlib-js';
import { loadSpecification } from '../specification/load.ts';
import { planSpecification } from '../pipeline.ts';
import type { Plan } from '../contract/plan.ts';
import type { Register } from './command.ts';

export const registerPlan: Register = (program, _context, answer) => {
	program
		.command('plan')
		.description('Tells the accuracy and the cost of a release before anything is spent. Touches no microdata.')
		.argument('<spec>', 'release specification (YAML or JSON)')
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht plan armoede.yaml\n  voorzicht plan armoede.yaml --json > plan.json'
		)
		.action(
			answer(async (file: string) => {
				const specification = await loadSpecification(file);
				const plan = planSpecification(specification);
				return { json: plan, text: inWords(plan) };
			})
		);
};

function inWords(plan: Plan): string {
	const rows = plan.tables.map((table) => [
		table.id,
		String(table.cells),
		table.variance.max.toPrecision(4),
		`+-${table.halfWidth95.toPrecision(3)}`
	]);
	return [
		`Release ${plan.id}: rho ${plan.rhoExact}, which is epsilon ${plan.epsilon.toFixed(3)} at delta ${plan.delta} (${plan.conversion}).`,
		otherConversions(plan),
		plan.series === undefined
			? `Protects: one ${plan.unit.kind} with at most ${plan.unit.contribution} row(s), added or removed.`
			: `Protects: one ${plan.unit.kind} with one row per period in at most ${plan.series.spells} spell(s), added or removed.`,
		`Objective ${plan.objective}: ${plan.value.toPrecision(6)}; no mechanism of this kind does better than ${plan.lowerBound.toPrecision(6)} (ratio ${plan.ratio.toFixed(4)}).`,
		`Shares of the budget are within ${percentUp(plan.gap)} of the best ones for these tables.`,
		...(plan.series === undefined ? [] : [seriesInWords(plan.series)]),
		'',
		...columns([['table', 'cells', 'variance', '95 %'], ...rows])
	].join('\n');
}

/** The same rho by the other formulas in use, each by its name, so that figures of other releases can be compared. */
function otherConversions({ rhoExact, deltaExact }: Plan): string {
	const [rho, delta] = [Rational.parse(rhoExact), Rational.parse(deltaExact)];
	const standard = epsilonAt(rho, delta, 'zcdp-standard').toFixed(3);
	const gaussian = gaussianEpsilonAt(rho, delta).toFixed(3);
	return `By other formulas: ${standard} (zcdp-standard); ${gaussian} (Gaussian reference, for continuous noise: no guarantee here).`;
}

/** Rounded up to two digits, so that it stays a bound. */
function percentUp(part: number): string {
	if (part < 1e-6) return '0.0001 %';
	const digit = 10 ** (Math.floor(Math.log10(part * 100)) - 1);
	return `${Number((Math.ceil((part * 100) / digit) * digit).toPrecision(2))} %`;
}

function seriesInWords({ periods, strategy, variances }: NonNullable<Plan['series']>): string {
	const how = {
		independent: 'each period by itself',
		'half-order': 'half-order differences',
		fitted: 'differences fitted to them'
	};
	const others = (['fitted', 'half-order', 'independent'] as const).flatMap((other) => {
		const variance = variances[other];
		return other === strategy || variance === undefined ? [] : [`${variance.toPrecision(4)} by ${how[other]}`];
	});
	return (
		`${periods} periods, measured by ${how[strategy]}; at the same price their variance is ` +
		`${variances[strategy]!.toPrecision(4)}, against ${others.join(' and ')}.`
	);
}

/** Rows of text as aligned columns; all but the first to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	return rows.map((row) =>
		row
			.map((text, column) => (column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!)))
			.join('  ')
			.trimEnd()
	);
}
