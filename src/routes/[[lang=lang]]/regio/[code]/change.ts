import type { SlopeEnd } from '$lib/charts/slope.ts';
import { difference } from '$lib/format/compare.ts';
import { percent, shownShare } from '$lib/format/numbers.ts';
import type { ShareFigure } from '$lib/format/numbers.ts';
import { signedNumber, signedPoints } from '$lib/format/signed.ts';
import type { Lang } from '$lib/messages/index.ts';

export interface Change {
	readonly from: SlopeEnd;
	readonly to: SlopeEnd;
	/** A rise or fall is said where it is at least 90 % likely. */
	readonly change: 'rise' | 'fall' | 'unclear';
	/** The difference with its sign, in percentage points. */
	readonly words: string;
	readonly number: string;
}

/** Change between two periods of one region or group; null where one of them is not told. */
export function changeOf(from: ShareFigure | undefined, to: ShareFigure | undefined, lang: Lang): Change | null {
	const start = from && endOf(from, lang);
	const end = to && endOf(to, lang);
	const apart = from && to && difference(to, from);
	if (!start || !end || !apart) return null;
	const change = apart.verdict === 'higher' ? 'rise' : apart.verdict === 'lower' ? 'fall' : 'unclear';
	const words = signedPoints(apart.change, apart.se, lang);
	return { from: start, to: end, change, words, number: signedNumber(apart.change, apart.se, lang) };
}

function endOf({ share, share_se: se, lower, upper }: ShareFigure, lang: Lang): SlopeEnd | null {
	if (share === null || se === null || lower === null || upper === null) return null;
	return { share: shownShare(share), lower, upper, words: percent(share, se, lang) };
}
