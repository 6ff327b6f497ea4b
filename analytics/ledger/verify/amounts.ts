/** Nano-rho in one rho. */
export const NANO = 10n ** 9n;

/** Amounts are whole nano-rho in PostgreSQL's bigint; a cap is at most rho 1,000. */
export const MOST_AMOUNT = 2n ** 63n - 1n;
export const MOST_CAP = 10n ** 12n;

/** Caps, in nano-rho, with which an account opens although no officer signed. */
const DEFAULT_CAPS: Readonly<Record<string, bigint>> = {
	horizon: 10n * NANO,
	'programme:dashboard': 6n * NANO,
	'programme:validation': 3n * NANO,
	'programme:reserve': 1n * NANO
};
const DEFAULT_YEAR_CAP = (25n * NANO) / 10n;

export function defaultCap(scope: string): bigint {
	return DEFAULT_CAPS[scope] ?? (scope.startsWith('year:') ? DEFAULT_YEAR_CAP : 0n);
}

/** amount - 1 < 10^9 rho <= amount, for rho as a decimal or a fraction. */
export function isCeiling(amount: bigint, rho: string): boolean {
	const match = /^(\d{1,2000})(?:\/(\d{1,2000})|(?:\.(\d{1,2000}))?(?:[eE]([+-]?\d{1,3}))?)$/.exec(rho);
	if (match === null) return false;
	const [, whole = '', divisor = '1', fraction = '', exponent = '0'] = match;
	const shift = Number(exponent) - fraction.length;
	const n = BigInt(whole + fraction) * 10n ** BigInt(Math.max(shift, 0)) * NANO;
	const d = BigInt(divisor) * 10n ** BigInt(Math.max(-shift, 0));
	return (amount - 1n) * d < n && n <= amount * d;
}
