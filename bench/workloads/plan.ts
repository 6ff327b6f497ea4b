import type { Domain } from '../../analytics/contract/domain.ts';
import type { Plan } from '../../analytics/contract/plan.ts';
import { planRelease, type PlanInput } from '../../analytics/plan/plan.ts';

/** The plan of a domain for units that have one row, by default at rho = 1/2, where check values are given. */
export function planOf(domain: Domain, objective: PlanInput['objective'] = 'max-variance', rho = '1/2'): Plan {
	const unit = { kind: 'person', contribution: 1 } as const;
	return planRelease({ id: 'bench', unit, domain, objective, budget: { rho, delta: '1e-10' } });
}
