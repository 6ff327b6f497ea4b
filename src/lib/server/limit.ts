import { error, type RequestEvent } from '@sveltejs/kit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { findingTexts } from '../messages/finding.ts';
import { networkOf } from './network.ts';

/** Seconds over which requests are counted. */
const WINDOW = 60;

/** Light downloads that one network may take in a minute. */
export const EXPORTS_PER_MINUTE = 120;

// A town hall may have one address for all who work there: the limits stop a machine, not an office.
const exports = new RateLimiterMemory({ keyPrefix: 'export', points: EXPORTS_PER_MINUTE, duration: WINDOW });
const searches = new RateLimiterMemory({ keyPrefix: 'search', points: 600, duration: WINDOW });

/** What a limit needs to know of a request; any request event will do. */
export type Asked = Pick<RequestEvent, 'getClientAddress' | 'setHeaders' | 'url'>;

/**
 * Counts a download for the network that asks, and answers 429 with Retry-After when it took too many within a minute: to be
 * awaited before the work is done, in a `+server.ts`. A heavy download (a whole release) counts as `weight` light ones.
 */
export const limitExports = (event: Asked, weight = 1): Promise<void> => limit(exports, event, weight);

/** Counts a search for the network that asks, as `limitExports` does a download. */
export const limitSearches = (event: Asked): Promise<void> => limit(searches, event, 1);

async function limit(limiter: RateLimiterMemory, event: Asked, weight: number): Promise<void> {
	try {
		await limiter.consume(networkOf(event), weight);
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
		event.setHeaders({ 'Retry-After': String(seconds), 'Cache-Control': 'no-store' });
		error(429, { message: findingTexts(languageOf(event.url)).tooMany(seconds), kind: 'too-many' });
	}
}

/** Downloads have no language in their path; some say it in the query. */
function languageOf(url: URL) {
	return /^\/en(\/|$)/.test(url.pathname) || url.searchParams.get('taal') === 'en' ? 'en' : 'nl';
}
