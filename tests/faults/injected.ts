import { appendFileSync, writeSync } from 'node:fs';
import { env, exit, kill, pid } from 'node:process';
import type { Failpoint } from '../../analytics/faults/none.ts';

// In the place of analytics/faults/none.ts in a test build: `node --conditions=voorzicht-test`. Settings:
// VOORZICHT_TEST_BUILD      yes: whoever starts this knows that it is a test build
// VOORZICHT_TEST_FAILPOINT  name[:nth], the place to stop at, and at which passing of it (the first)
// VOORZICHT_TEST_ACTION     kill (as kill -9 does), throw, or wait (tells the name on stdout and stands still)
// VOORZICHT_TEST_TRACE      file to which the name of every place that is passed is added, before anything happens there

if (env['VOORZICHT_TEST_BUILD'] !== 'yes') {
	writeSync(
		2,
		'voorzicht: This is a test build, which can be made to fail on purpose. Start Node without --conditions.\n'
	);
	exit(2);
}
writeSync(2, 'voorzicht: test build, in which faults are injected; not for real data.\n');

const [wanted, nth] = (env['VOORZICHT_TEST_FAILPOINT'] ?? '').split(':');
const action = env['VOORZICHT_TEST_ACTION'] ?? 'kill';
const trace = env['VOORZICHT_TEST_TRACE'];
let passed = 0;

export async function failpoint(point: Failpoint, half?: () => Promise<unknown>): Promise<void> {
	if (trace !== undefined) appendFileSync(trace, `${point}\n`);
	if (point !== wanted || ++passed !== Number(nth ?? 1)) return;
	await half?.();
	if (action === 'throw') throw new Error(`injected at ${point}`);
	if (action === 'kill') kill(pid, 'SIGKILL');
	else writeSync(1, `${point}\n`);
	// An interval, because a promise alone does not keep a process alive.
	await new Promise(() => setInterval(() => undefined, 60_000));
}

/** A test build may have the settings of tests. */
export function refuseTestSettings(): void {}
