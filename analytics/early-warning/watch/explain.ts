import { unitsRisen } from './stand.ts';
import type { Standing } from './standing.ts';

type Rising = Pick<Standing, 'region' | 'stand' | 'episode'>;

/** A part explains the whole when it makes up so much of its rise. */
const ENOUGH = 0.5;

/** Share of the units by which a whole has risen that one part makes up; 0 where either does not compare. */
function shareOfRise(whole: Rising, part: Rising): number {
	const [all, own] = [unitsRisen(whole.stand), unitsRisen(part.stand)];
	return all === null || own === null || all <= 0 ? 0 : own / all;
}

/**
 * The lowest region that explains an open signal: from the region down, as long as one of its parts has an open signal itself
 * and makes up at least half of the units by which the whole has risen.
 * @param partsOf the watched regions right below a region
 */
export function explainedBy(
	signal: Rising,
	standings: ReadonlyMap<string, Rising>,
	partsOf: (region: string) => readonly string[]
): string {
	const best = partsOf(signal.region)
		.flatMap((code) => standings.get(code) ?? [])
		.filter(({ episode }) => episode !== null)
		.map((part) => ({ part, share: shareOfRise(signal, part) }))
		.reduce<{ part: Rising; share: number } | null>(
			(most, one) => (most === null || one.share > most.share ? one : most),
			null
		);
	if (best === null || best.share < ENOUGH) return signal.region;
	return explainedBy(best.part, standings, partsOf);
}
