import type { AuditReport } from '../../contract/audit.ts';
import { replay } from '../replay.ts';
import { releaseFaults, type ReleaseFault } from './release-faults.ts';
import { countsAndSums, series } from './targets.ts';

/** So many pairs at most, few of each population, so that populations of all sizes are met soon. */
const PAIRS = 150;
const PER_BASE = 4;

/** Whether the rule that is meant for a fault sees it. */
export async function seesFault(fault: ReleaseFault, seed: number): Promise<boolean> {
	const specification = fault.series === true ? series() : countsAndSums();
	const { path, rule } = fault;
	const { violations } = await replay({ specification, path, pairs: PAIRS, perBase: PER_BASE, seed, until: rule });
	return violations.includes(rule);
}

/** Every planted fault of a release, one after the other. */
export async function seeReleaseFaults(seed: number, onShare: (share: number) => void): Promise<AuditReport['faults']> {
	const all: AuditReport['faults'] = [];
	for (const fault of releaseFaults) {
		all.push({ name: fault.name, kind: 'release', seen: await seesFault(fault, seed) });
		onShare(all.length / releaseFaults.length);
	}
	return all;
}
