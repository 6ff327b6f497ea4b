import { argv, stdout } from 'node:process';
import { failpoint } from '#faults';
import { openLedger } from '../../analytics/ledger/open.ts';
import { answer, digest, request, type Place } from './place.ts';

// A process that spends: charge, draw, store, tell; one request after the other, until it is stopped or has done `times`.
// Arguments: the place as JSON, a name for its requests, how many, and how many counts an answer has. Tells "charged ID" and
// "answered ID DIGEST".

const place = JSON.parse(argv[2]!) as Place;
const name = argv[3]!;
const times = Number(argv[4] ?? Infinity);
const cells = Number(argv[5] ?? 40);

const tell = (line: string) => new Promise<void>((resolve) => stdout.write(`${line}\n`, () => resolve()));

const ledger = await openLedger(place.url, { checkpoint: place.checkpoint, key: place.key });
for (let i = 0; i < times; i++) {
	const id = `${name}-${i}`;
	const { charge, stored, release } = await ledger.charge(request(id));
	await tell(`charged ${id}`);
	let tables = stored;
	if (tables === null) {
		charge.spend();
		tables = answer(cells);
		await failpoint('noise-drawn');
		await failpoint('records-read');
		await ledger.store(charge, tables);
	}
	await tell(`answered ${id} ${digest(tables)}`);
	await release();
}
await ledger.close();
