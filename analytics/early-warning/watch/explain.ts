import { unitsRisen, type Stand } from './stand.ts';
import type { Standing } from './standing.ts';

type Rising = Pick<Standing, 'region' | 'stand' | 'episode'> & { readonly model: Pick<Standing['model'], 'against'> };
type Standings = ReadonlyMap<string, Rising>;

/** How regions hang together, among those that are watched. */
export interface Family {
	/** Regions right below a region. */
	readonly partsOf: (region: string) => readonly string[];
	/** The nearest watched region that a region lies in. */
	readonly wholeOf: (region: string) => string | null;
}

/** A part explains the whole when it makes up so much of its rise, */
const ENOUGH = 0.5;
/** and the rest of it rises by less than this share of what the whole does. */
const REST = 0.5;
/** A region rises more than what it lies in when the two rises differ by this many standard errors: a chance of 10 %. */
const MORE = 1.2816;

/** Share of the units by which a whole has risen that one part makes up; 0 where it does not explain the whole. */
function shareExplained(whole: Stand, part: Stand): number {
	const [all, own] = [unitsRisen(whole), unitsRisen(part)];
	if (all === null || own === null || all <= 0 || whole.rise === null) return 0;
	const before = whole.units - all - (part.units - own);
	const restRise = before > 0 ? (all - own) / before : 0;
	return own / all >= ENOUGH && restRise < REST * whole.rise ? own / all : 0;
}

/** From a region down, as long as one of its parts has an open signal itself and explains it. */
function lowest(signal: Rising, standings: Standings, family: Family): string {
	const explaining = family
		.partsOf(signal.region)
		.flatMap((code) => standings.get(code) ?? [])
		.filter(({ episode }) => episode !== null)
		.map((part) => ({ part, share: shareExplained(signal.stand, part.stand) }))
		.filter(({ share }) => share > 0)
		.sort((a, b) => b.share - a.share);
	return explaining.length === 0 ? signal.region : lowest(explaining[0]!.part, standings, family);
}

/** Rises against the nation and rises against the own past do not compare. */
function risesAlike(part: Rising, whole: Rising): boolean {
	const [own, all] = [part.stand, whole.stand];
	if (part.model.against !== whole.model.against || own.rise === null || all.rise === null) return false;
	return own.rise - all.rise <= MORE * Math.hypot(own.riseSd!, all.riseSd!);
}

/**
 * The region that explains an open signal: the lowest one below it that makes up at least half of its rise while the rest
 * hardly rises; or a larger one with an open signal, when everything in that rises alike; or else the region itself.
 */
export function explainedBy(signal: Rising, standings: Standings, family: Family): string {
	const below = lowest(signal, standings, family);
	if (below !== signal.region) return below;
	const above = family.wholeOf(signal.region);
	const whole = above === null ? undefined : standings.get(above);
	if (whole === undefined || whole.episode === null || !risesAlike(signal, whole)) return signal.region;
	// What explains the whole may be one of its other parts, which is no reason for this one.
	return lowest(whole, standings, family) === whole.region ? explainedBy(whole, standings, family) : signal.region;
}
