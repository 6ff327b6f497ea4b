import { join, resolve } from 'node:path';
import { auditSampler, osEntropy, Rational } from 'diffprivlib-js';
import { planSpecification } from '../pipeline.ts';
import { loadSpecification } from '../specification/load.ts';
import type { Register } from './command.ts';
import { columns } from './plan.ts';

const EXAMPLES = ['netherlands', 'eusilc-households', 'eusilc-persons'];

export const registerAudit: Register = (program, context, answer) => {
	program
		.command('audit')
		.description(
			'Tests from outside whether the noise protects what the plan claims: a statistical lower bound on the privacy loss of\n' +
				'the sampler at every variance that a plan uses. Record-and-replay of whole releases and planted faults come later.'
		)
		.argument('[spec...]', 'release specifications (default: the examples)')
		.option('--quick', 'fewer draws')
		.action(
			answer(async (files: string[], options: { quick?: boolean }) => {
				const specs = files.length > 0 ? files.map((file) => resolve(context.cwd, file)) : EXAMPLES.map(example);
				const draws = options.quick === true ? 100_000 : 1_000_000;
				const cases = [];
				for (const file of specs) {
					const { spec, domain } = await loadSpecification(file);
					const plan = planSpecification({ spec, domain });
					for (const sigma2 of new Set(plan.tables.map((table) => table.sigma2))) {
						const { contribution } = spec.unit;
						const result = auditSampler({ sigma2: Rational.parse(sigma2), contribution, draws, entropy: osEntropy() });
						cases.push({ spec: spec.id, sigma2, contribution, ...result });
					}
				}
				const passed = cases.every((one) => one.passed);
				const rows = cases.map((c) => [
					c.spec,
					c.sigma2,
					c.claimedEpsilon.toFixed(4),
					c.lowerBound.toFixed(4),
					c.passed ? 'ok' : 'FAILED'
				]);
				return {
					json: { passed, kind: 'black-box lower bound on the sampler', draws, cases },
					text: [
						...columns([['release', 'sigma2', 'claimed epsilon', 'lower bound', ''], ...rows]),
						'',
						passed
							? 'No table loses more privacy than its plan claims.'
							: 'At least one table loses more privacy than its plan claims.'
					].join('\n'),
					exitCode: passed ? 0 : 1
				};
			})
		);
};

function example(name: string): string {
	return join(import.meta.dirname, '..', '..', 'examples', `${name}.yaml`);
}
