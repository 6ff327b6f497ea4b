import type { Channel } from './channels.ts';
import type { Target } from './target.ts';

/** Contacts by one channel with addresses of one target. */
export interface Approach {
	readonly target: Target;
	readonly channel: Channel;
	readonly contacts: number;
}

/** Units in need that are expected to answer, and a 95 % interval. */
export interface Reach {
	readonly mean: number;
	readonly sd: number;
	readonly lower: number;
	readonly upper: number;
}

/** What one contact is expected to reach. */
export function perContact(target: Target, channel: Channel): number {
	return channel.response * target.share;
}

/**
 * Expected reach of approaches together. Its variance is that of the shares, which approaches of one target have in common,
 * and that of who happens to answer and be in need (binomial). The response of a channel is taken as given.
 */
export function reachOf(approaches: readonly Approach[]): Reach {
	const answers = new Map<Target, number>();
	let mean = 0;
	let variance = 0;
	for (const { target, channel, contacts } of approaches) {
		const chance = Math.min(1, Math.max(0, perContact(target, channel)));
		mean += contacts * perContact(target, channel);
		variance += contacts * chance * (1 - chance);
		answers.set(target, (answers.get(target) ?? 0) + contacts * channel.response);
	}
	for (const [target, answered] of answers) variance += (answered * target.se) ** 2;
	const sd = Math.sqrt(variance);
	return { mean, sd, lower: Math.max(0, mean - 1.96 * sd), upper: mean + 1.96 * sd };
}

export function hoursOf(approaches: readonly Approach[]): number {
	return approaches.reduce((sum, { channel, contacts }) => sum + channel.hours * contacts, 0);
}
