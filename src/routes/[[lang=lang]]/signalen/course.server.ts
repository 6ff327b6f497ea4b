import { isLongAgo } from '$lib/format/watched.ts';
import type { Published } from '$lib/server/db.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { levelsAt } from '$lib/server/queries/levels-at.ts';
import { signalledKey } from '$lib/server/queries/signal-figures.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';

/**
 * The level just before the rise of a signal and the level now, where the rise began a year ago or longer: the change in the last
 * year then says little of it. Null for other signals, and where that period is not published on the same scale.
 * @param rows every period of all indicators
 */
export async function coursesOf(db: Published, rows: readonly Indicator[], signals: readonly OpenSignal[]) {
	const old = signals.flatMap((signal) => {
		const { spec, indicator, region, attribute, code, period, onset } = signal;
		if (!isLongAgo(period, onset)) return [];
		const earlier = rows.filter((row) => row.spec === spec && row.id === indicator && row.period < onset);
		const before = earlier
			.map((row) => row.period)
			.sort()
			.at(-1);
		return before === undefined ? [] : [{ signal, key: { spec, period: before, indicator, region, attribute, code } }];
	});
	const levels = await levelsAt(
		db,
		old.map(({ key }) => key)
	);
	const courses = new Map(
		old.map(({ signal, key }) => [signal, courseOf(signal, levels.get(signalledKey(key)))] as const)
	);
	return (signal: OpenSignal) => courses.get(signal) ?? null;
}

type Estimated = Pick<OpenSignal, 'against' | 'estimate' | 'estimate_sd'>;

function courseOf(now: Estimated, before: Estimated | undefined) {
	if (before === undefined || before.against !== now.against) return null;
	const [from, to] = [levelOf(before), levelOf(now)];
	return from === null || to === null ? null : { before: from, now: to };
}

function levelOf({ against, estimate, estimate_sd }: Estimated) {
	return estimate === null || estimate_sd === null ? null : { against, estimate, estimate_sd };
}
