import type { Plan } from '../contract/plan.ts';
import { measure } from '../measure/measure.ts';
import { planSpecification, type MeasureRequest } from '../pipeline.ts';
import { planFingerprint } from '../plan/fingerprint.ts';
import { recordSource } from '../population/source.ts';
import type { Specification } from '../specification/load.ts';

/** A way from records to noisy tables, under audit. */
export type ReleasePath = (request: MeasureRequest) => Promise<unknown>;

/** The parts that `measureRelease` is made of, from the plan to the answer. */
export interface Parts {
	readonly plan: typeof planOf;
	readonly source: typeof recordSource;
	readonly measure: typeof measure;
}

const shipped: Parts = { plan: planOf, source: recordSource, measure };

const plans = new WeakMap<Specification, Plan>();

/** The plan of a specification, made once: it depends on nothing else. */
export function planOf(specification: Specification): Plan {
	const plan = plans.get(specification) ?? planSpecification(specification);
	plans.set(specification, plan);
	return plan;
}

/**
 * The way of a release without its checks and its bundle, reading first as the gate does, which for a whole country take longer than all the rest. A planted
 * fault takes the place of a part.
 */
export function shortPath(changed: Partial<Parts> = {}): ReleasePath {
	const parts = { ...shipped, ...changed };
	return async ({ specification, place, ledger, entropy, onStep }) => {
		const { spec, domain } = specification;
		const plan = parts.plan(specification);
		const file = await parts.source(spec, domain, place).open();
		onStep?.('charging');
		const book = await ledger();
		const { charge } = await book.charge({
			lineage: spec.id,
			unit: spec.unit.kind,
			period: spec.period ?? '',
			snapshot: place,
			planHash: planFingerprint(domain, plan, spec.source),
			rho: plan.rhoExact,
			description: spec.id
		});
		await book.store(charge, await parts.measure({ domain, plan, charge, open: () => Promise.resolve(file), entropy }));
	};
}
