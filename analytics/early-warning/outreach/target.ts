/**
 * Units that outreach can be aimed at: those of one group in one region. Of two targets none share a unit, or only few: then
 * who is in both is approached once.
 */
export interface Target {
	readonly region: string;
	/** Attribute and code of the group; empty for all units together. */
	readonly attribute: string;
	readonly code: string;
	/** Number of units, as released. */
	readonly units: number;
	/** Share of them in need: posterior mean and standard error. Not the released share, which is too high where it is chosen. */
	readonly share: number;
	readonly se: number;
	/** Index of the group that fairness is about. */
	readonly group: number;
}

/** Addresses that can be approached. */
export function addressesOf({ units }: Target): number {
	return Math.max(0, Math.floor(units));
}

/** Expected number of units in need; what noise carries below zero counts as none. */
export function needOf(target: Target): number {
	return Math.max(0, target.share) * addressesOf(target);
}

/**
 * The targets that a plan of so many contacts can be made of, per group those with the highest shares. Nothing is lost: where
 * a plan approaches another target, a target of the same group that was kept has room, and reaches as many with fewer contacts.
 */
export function candidates(targets: readonly Target[], contacts: number): Target[] {
	const room = new Map<number, number>();
	return [...targets]
		.sort((a, b) => b.share - a.share)
		.filter((target) => {
			const taken = room.get(target.group) ?? 0;
			room.set(target.group, taken + addressesOf(target));
			return taken < contacts && needOf(target) > 0;
		});
}
