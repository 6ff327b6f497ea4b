import { InputError } from '../errors.ts';

/** Places where a test of faults may stop the program. */
export type Failpoint =
	| 'before-charge'
	| 'charge-written'
	| 'charge-committed'
	| 'checkpoint-torn'
	| 'charge-durable'
	| 'records-read'
	| 'noise-drawn'
	| 'answer-written'
	| 'answer-committed'
	| 'answer-durable'
	| 'bundle-written'
	| 'bundle-recorded'
	| 'publish-inserted'
	| 'publish-switched'
	| 'publish-committed';

/**
 * In production nothing ever stops here; tests put another module in the place of this one (`#faults` in package.json).
 * `_half` is what a test does first where the program is to stop in the middle of something.
 */
export function failpoint(_point: Failpoint, _half?: () => Promise<unknown>): Promise<void> {
	return Promise.resolve();
}

/** @throws InputError for a setting that only tests may have: this program would quietly not do what it asks. */
export function refuseTestSettings(env: Readonly<Record<string, string | undefined>>): void {
	const found = Object.keys(env).find((name) => name.startsWith('VOORZICHT_TEST_'));
	if (found !== undefined)
		throw new InputError(`${found} is a setting for tests, and this is the program itself. Unset it and start again.`);
}
