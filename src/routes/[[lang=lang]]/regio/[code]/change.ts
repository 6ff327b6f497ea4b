import type { SlopeEnd } from '$lib/charts/slope.ts';
import { certaintyOf } from '$lib/format/compare.ts';
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

/** A share with the noisy counts that it is of. */
interface CountedShare extends ShareFigure {
	readonly numerator: number;
	readonly denominator: number;
}

/**
 * Change between two periods of one region or group; null where one of them is not told. It is measured like the yearly changes
 * among the signals: by the noise of both figures and by chance, so that no page calls sure what another calls unclear.
 */
export function changeOf(from: CountedShare | undefined, to: CountedShare | undefined, lang: Lang): Change | null {
	const start = from && endOf(from, lang);
	const end = to && endOf(to, lang);
	if (!start || !end) return null;
	const size = end.exact - start.exact;
	const se = Math.sqrt(start.se ** 2 + end.se ** 2 + chance(from, to));
	if (!(se > 0)) return null;
	const verdict = certaintyOf(size, se);
	const change = verdict === 'higher' ? 'rise' : verdict === 'lower' ? 'fall' : 'unclear';
	const words = signedPoints(size, se, lang);
	return { from: start.shown, to: end.shown, change, words, number: signedNumber(size, se, lang) };
}

/** Variance of the difference of two shares by chance alone, as if all units were others in the later period: cautious. */
function chance(from: CountedShare, to: CountedShare): number {
	const share = shownShare((from.numerator + to.numerator) / (from.denominator + to.denominator));
	return share * (1 - share) * (1 / from.denominator + 1 / to.denominator);
}

function endOf({ share, share_se: se, lower, upper }: ShareFigure, lang: Lang) {
	if (share === null || se === null || lower === null || upper === null) return null;
	const shown: SlopeEnd = { share: shownShare(share), lower, upper, words: percent(share, se, lang) };
	return { exact: share, se, shown };
}
