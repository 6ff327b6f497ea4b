import type { Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { InputError } from '../errors.ts';
import { planRelease, type PlanInput } from './plan.ts';

/** The plan of a release of persons for rho 1/2, but for the changes; for tests only. */
export function planOf(domain: Domain, changes: Partial<PlanInput> = {}): Plan {
	return planRelease({
		id: 'test',
		unit: { kind: 'person', contribution: 1 },
		domain,
		objective: 'sum-of-variances',
		budget: { rho: '1/2', delta: '1e-10' },
		...changes
	});
}

/** What the InputError that is thrown says; empty when none is. */
export function messageOf(run: () => unknown): string {
	try {
		run();
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	return '';
}
