import { epsilonAt, gaussianEpsilonAt, Rational } from 'diffprivlib-js';
import { loadSpecification } from '../specification/load.ts';
import { planSpecification } from '../pipeline.ts';
import type { Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { roundedUp } from '../contract/rounded-up.ts';
import type { Register } from './command.ts';
import { rhoInWords } from './rho-in-words.ts';

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
				return { json: plan, text: inWords(plan, specification.domain) };
			})
		);
};

function inWords(plan: Plan, domain: Domain): string {
	const rows = plan.tables.map((table) => [
		table.id,
		String(table.cells),
		roundedUp(table.variance.max, 4),
		`+-${roundedUp(table.halfWidth95, 3)}`
	]);
	return [
		`Release ${plan.id}: rho ${rhoInWords(plan.rhoExact)}, which is epsilon ${roundedUp(plan.epsilon, 4)} at delta ${plan.delta} (${plan.conversion}).`,
		otherConversions(plan),
		plan.series === undefined
			? `Protects: one ${plan.unit.kind} with at most ${plan.unit.contribution} row(s), added or removed.`
			: `Protects: one ${plan.unit.kind} with one row per period in at most ${plan.series.spells} spell(s), added or removed.`,
		`Objective ${plan.objective}: ${plan.value.toPrecision(6)}; no Gaussian linear mechanism does better than ${plan.lowerBound.toPrecision(6)} (ratio ${plan.ratio.toFixed(4)}).`,
		...objectiveInWords(plan, domain),
		`Shares of the budget are within ${roundedUp(Math.max(100 * plan.gap, 1e-4), 2)} % of the best ones for these tables.`,
		...(plan.series === undefined ? [] : [seriesInWords(plan.series)]),
		'',
		...columns([['table', 'cells', 'variance', '95 %'], ...rows])
	].join('\n');
}

/** The same rho by the other formulas in use, each by its name, so that figures of other releases can be compared. */
function otherConversions({ rhoExact, deltaExact }: Plan): string {
	const [rho, delta] = [Rational.parse(rhoExact), Rational.parse(deltaExact)];
	const standard = roundedUp(epsilonAt(rho, delta, 'zcdp-standard'), 4);
	const gaussian = roundedUp(gaussianEpsilonAt(rho, delta), 4);
	return `By other formulas: ${standard} (zcdp-standard); ${gaussian} (Gaussian reference, for continuous noise: no guarantee here).`;
}

/** What the value means, where it is not simply a variance of counts. */
function objectiveInWords({ objective, tables }: Plan, domain: Domain): string[] {
	if (objective === 'max-variance' && domain.tables.some(({ target }) => target !== null))
		return ['Its value is the largest variance against the square of its target: at 1 every target is just reached.'];
	if (tables.some(({ sum }) => sum !== undefined))
		return ['In its value a sum counts in units of its reach: the most that one row changes it.'];
	return [];
}

function seriesInWords({ periods, strategy, variances }: NonNullable<Plan['series']>): string {
	const how = {
		independent: 'each period by itself',
		'half-order': 'half-order differences',
		fitted: 'differences fitted to them'
	};
	const others = (['fitted', 'half-order', 'independent'] as const).flatMap((other) => {
		const variance = variances[other];
		return other === strategy || variance === undefined ? [] : [`${roundedUp(variance, 4)} by ${how[other]}`];
	});
	return (
		`${periods} periods, measured by ${how[strategy]}; at the same price their variance is ` +
		`${roundedUp(variances[strategy]!, 4)}, against ${others.join(' and ')}.`
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
