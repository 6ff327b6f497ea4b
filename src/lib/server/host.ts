/** Longest name of a server (RFC 1035, 2.3.4). */
const LONGEST = 253;

/**
 * Whether an address can be that of a server. Where ORIGIN does not say what ours is, the visitor's request does, and a name of
 * thousands of letters would take seconds to be set in a council brief.
 */
export function isAddress({ hostname }: URL): boolean {
	return hostname.length <= LONGEST;
}
