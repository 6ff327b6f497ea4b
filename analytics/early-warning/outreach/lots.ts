import type { Random } from '../statistics/random.ts';
import { isUsed } from './channels.ts';
import type { Capacity } from './channels.ts';
import type { Approach } from './reach.ts';
import type { Target } from './target.ts';

/** Contacts with one target that is drawn: enough to see whether people answer, few enough to draw several. */
const CONTACTS = 10;

/** A target that lots are drawn about, with the addresses that the plan leaves. */
export interface Lot {
	readonly target: Target;
	readonly left: number;
}

/**
 * Draws targets, and for each a channel, until the capacity is used. As chance decides, those who were approached can be
 * compared with those who were not, and the channels with each other. Same lots and same generator, same draw.
 */
export function drawLots(lots: readonly Lot[], capacity: Capacity, random: Random): Approach[] {
	const channels = capacity.channels.filter(isUsed);
	const made = channels.map(() => 0);
	let hours = capacity.hours;
	return shuffled(lots, random).flatMap(({ target, left }) => {
		const contacts = channels.map(({ hours: each, most }, c) =>
			Math.min(CONTACTS, left, (most ?? Infinity) - made[c]!, Math.floor(hours / each + 1e-9))
		);
		const open = contacts.flatMap((most, c) => (most > 0 ? [c] : []));
		if (open.length === 0) return [];
		const c = open[random.below(open.length)]!;
		made[c]! += contacts[c]!;
		hours -= contacts[c]! * channels[c]!.hours;
		return [{ target, channel: channels[c]!, contacts: contacts[c]! }];
	});
}

/** Every order equally likely (Fisher & Yates). */
function shuffled<T>(items: readonly T[], random: Random): T[] {
	const order = [...items];
	for (let i = order.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		[order[i], order[j]] = [order[j]!, order[i]!];
	}
	return order;
}
