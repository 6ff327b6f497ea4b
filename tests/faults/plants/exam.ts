import assert from 'node:assert/strict';
import { argv, stdout } from 'node:process';
import { tidy, type Grounds } from '../grounds.ts';
import { answers } from './parts/answers.ts';
import { checkpoints } from './parts/checkpoints.ts';
import { guarded } from './parts/guarded.ts';
import { order } from './parts/order.ts';
import { signed } from './parts/signed.ts';
import { sums } from './parts/sums.ts';

// Examines the ledger of the folder that it lies in: `node --conditions=voorzicht-test exam.ts SERVER SCRATCH`. Prints the first
// part that does not hold and ends with code 1, or ends with code 0.

const [server, scratch] = [argv[2]!, argv[3]!];
const url = (database: string): string => {
	const one = new URL(server);
	one.pathname = `/${database}`;
	return one.href;
};
const grounds: Grounds = { long: false, scratch, server: '', made: [], url, close: () => Promise.resolve() };

const parts = { ...sums, ...answers, ...order, ...checkpoints, ...guarded, ...signed };
assert.ok(Object.keys(parts).length >= 14);

for (const [name, part] of Object.entries(parts)) {
	try {
		await part(grounds);
	} catch (error) {
		await tidy(grounds);
		const told = error instanceof Error ? error.message.split('\n')[0]! : String(error);
		stdout.write(`${name}: ${told}\n`, () => process.exit(1));
		await new Promise(() => undefined);
	}
}
await tidy(grounds);
