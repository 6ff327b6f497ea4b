import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discreteGaussian, Rational, type Entropy } from 'diffprivlib-js';
import type { AuditReport } from '../contract/audit.ts';
import { cellCount, type Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { Specification } from '../specification/load.ts';
import { Random } from '../synthetic/random.ts';
import { HouseholdInventor } from './invented/households.ts';
import type { Inventor } from './invented/population.ts';
import { TableInventor } from './invented/table.ts';
import { families } from './pairs.ts';
import { planOf, type ReleasePath } from './path.ts';
import { listening } from './recording.ts';
import { brokenAlone, brokenBetween, isNoise, pairCost, type Rule } from './rules.ts';
import { runRelease } from './run.ts';
import { Tape } from './tape.ts';

export type Replay = AuditReport['replay'][number];

export interface ReplayOptions {
	readonly specification: Specification;
	readonly path: ReleasePath;
	/** How many pairs to compare. */
	readonly pairs: number;
	/** Neighbours of each population, about. */
	readonly perBase: number;
	/** Makes the invented data, not the noise. */
	readonly seed: number;
	/** Stops when this rule is broken. */
	readonly until?: Rule;
	readonly onPair?: () => void;
}

/**
 * Runs whole releases on invented populations and on their neighbours, both with the same random words, and compares all that
 * an onlooker could see. Costs are exact: with the same noise the answers differ by what one unit changes.
 */
export function replay(options: ReplayOptions): Promise<Replay> {
	return listening(() => replayed(options));
}

async function replayed(options: ReplayOptions): Promise<Replay> {
	const { specification, path, pairs, perBase, seed, until } = options;
	const { domain } = specification;
	const plan = planOf(specification);
	const folder = await mkdtemp(join(tmpdir(), 'voorzicht-audit-'));
	const tape = new Tape();
	const random = new Random(seed, 0);
	const inventor = inventorOf(specification, plan, folder, random);
	const violations = new Set<Rule>();
	const found = (rules: readonly Rule[]) => rules.forEach((rule) => violations.add(rule));
	let [compared, worstCases, largest] = [0, 0, Rational.zero];
	const run = (units: readonly unknown[]) => {
		inventor.write(units);
		return runRelease(path, specification, inventor.place, tape);
	};
	try {
		for (const { base, neighbours } of families(inventor, random, pairs, perBase)) {
			const one = await run(base);
			found(brokenAlone(domain, plan, one));
			if (base.length === 0 && !isNoise(one, plannedNoise(domain, plan, tape))) found(['planned-noise']);
			for (const { units, worst } of neighbours) {
				if (until !== undefined && violations.has(until)) break;
				const other = await run(units);
				found([...brokenAlone(domain, plan, other), ...brokenBetween(one, other)]);
				const cost = pairCost(one, other);
				if (cost !== null && cost.compare(largest) > 0) largest = cost;
				compared++;
				if (worst) worstCases++;
				options.onPair?.();
			}
			if (until !== undefined && violations.has(until)) break;
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return {
		plan: specification.spec.id,
		pairs: compared,
		worstCases,
		largestCost: largest.toNumberUp(),
		violations: [...violations],
		passed: violations.size === 0
	};
}

function inventorOf(specification: Specification, plan: Plan, folder: string, random: Random): Inventor {
	return specification.spec.source?.kind === 'cbs'
		? (new HouseholdInventor(specification, join(folder, 'tables'), random) as Inventor)
		: (new TableInventor(specification, plan, join(folder, 'rows.csv'), random) as Inventor);
}

/** The noise that a release of the plan draws from the tape, by table. */
function plannedNoise(domain: Domain, plan: Plan, tape: Tape): Float64Array[] {
	tape.rewind();
	const entropy: Entropy = tape;
	return domain.tables.map((table, i) => {
		const noise = new Float64Array(cellCount(domain, table));
		discreteGaussian(Rational.parse(plan.tables[i]!.sigma2)).fill(noise, entropy);
		return noise;
	});
}
