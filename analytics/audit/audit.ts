import type { AuditReport } from '../contract/audit.ts';
import { measureRelease } from '../pipeline.ts';
import type { Specification } from '../specification/load.ts';
import { version } from '../version.ts';
import { seeReleaseFaults } from './faults/see-faults.ts';
import { countsAndSums, households, series } from './faults/targets.ts';
import { planOf, shortPath } from './path.ts';
import { replay, type Replay } from './replay.ts';
import { auditSamplers } from './sampler-worker.ts';
import { samplerCases } from './sampler.ts';

export interface AuditOptions {
	/** Those without a source of records are audited for their noise only. */
	readonly specifications: readonly Specification[];
	readonly form: AuditReport['form'];
	/** Makes the invented data. */
	readonly seed: number;
	readonly now: () => Date;
	readonly step: (title: string) => { report(share: number): void; done(detail?: string): void };
}

interface Extent {
	/** Pairs from records to noisy tables, for each plan. */
	readonly pairs: number;
	/** Pairs of whole releases, from the checks to the bundle. */
	readonly whole: number;
}

/** How much is tried in each form; a large plan is one whose release takes seconds. */
const FORMS = {
	quick: { draws: 400_000, small: { pairs: 36, whole: 4 }, large: { pairs: 8, whole: 2 }, perBase: 4 },
	deep: { draws: 4_000_000, small: { pairs: 1000, whole: 100 }, large: { pairs: 1000, whole: 10 }, perBase: 20 }
} as const;
const LARGE_CELLS = 100_000;

/**
 * Audits the privacy claim of this program: whole releases on invented data with and without one unit, draws of the sampler,
 * and faults that are planted to see whether the audit finds them. Touches no microdata.
 */
export async function audit(options: AuditOptions): Promise<AuditReport> {
	const { specifications, form, seed, now, step } = options;
	let onShare = (_share: number) => {};
	const task = { cases: samplerCases(specifications), draws: FORMS[form].draws };
	const samplers = auditSamplers(task, (share) => onShare(share));
	try {
		const replays: Replay[] = [];
		for (const specification of [...specifications.flatMap(withRecords), ...ownReleases()])
			replays.push(await replayBoth(specification, options));
		const planting = step('Planting faults in a release');
		const planted = await seeReleaseFaults(seed, planting.report);
		planting.done();
		const drawing = step('Drawing noise');
		onShare = drawing.report;
		const { sampler, enumeration, faults: samplerFaults } = await samplers.findings;
		drawing.done();
		const faults = [...samplerFaults, ...planted];
		return {
			format: 1,
			passed: [...sampler, ...enumeration, ...replays].every((part) => part.passed) && faults.every(({ seen }) => seen),
			form,
			madeAt: now().toISOString(),
			software: { name: 'voorzicht', version },
			seed,
			sampler,
			enumeration,
			replay: replays,
			faults
		};
	} finally {
		await samplers.stop();
	}
}

/** Small releases of every kind of source and table, whatever is shipped. */
function ownReleases(): Specification[] {
	return [countsAndSums(), series(), households()];
}

/** A specification that can be measured, with a period; none when it is for planning only. */
function withRecords(specification: Specification): Specification[] {
	const { spec, domain } = specification;
	if (spec.source === undefined || domain.attributes.some(({ rule }) => rule.kind === 'size')) return [];
	return [{ ...specification, spec: { ...spec, period: spec.period ?? '2023' } }];
}

async function replayBoth(specification: Specification, { form, seed, step }: AuditOptions): Promise<Replay> {
	const { report, done } = step(`Replaying ${specification.spec.id}`);
	const { small, large, perBase } = FORMS[form];
	const cells = planOf(specification).tables.reduce((sum, table) => sum + table.cells, 0);
	const extent: Extent = cells > LARGE_CELLS ? large : small;
	let compared = 0;
	const common = { specification, perBase, onPair: () => report(++compared / (extent.pairs + extent.whole)) };
	const short = await replay({ ...common, path: shortPath(), pairs: extent.pairs, seed });
	const whole = await replay({ ...common, path: measureRelease, pairs: extent.whole, seed: seed + 1 });
	const violations = [...new Set([...short.violations, ...whole.violations])];
	done(`${compared} pairs`);
	return {
		plan: short.plan,
		pairs: short.pairs + whole.pairs,
		worstCases: short.worstCases + whole.worstCases,
		largestCost: Math.max(short.largestCost, whole.largestCost),
		violations,
		passed: violations.length === 0
	};
}
