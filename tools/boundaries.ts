import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importGraph } from './boundaries/graph.ts';
import { locks, rooms } from './boundaries/rules.ts';
import { violations } from './boundaries/violations.ts';

// Prints what is blocked, lock by lock, and fails when a lock is open.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const edges = await importGraph(root);
const found = violations(edges);
let open = 0;

for (const [index, lock] of locks.entries()) {
	const missing = !existsSync(join(root, lock.test));
	const broken = missing || (lock.name === 'import' && found.length > 0);
	if (broken) open += 1;
	console.log(`${broken ? 'OPEN  ' : 'closed'} lock ${index + 1}, ${lock.name}: ${lock.holds}`);
	console.log(`         shown by ${lock.test}${missing ? ' (which is missing)' : ''}`);
	if (lock.name === 'import') {
		console.log(`         ${edges.length} imports looked at, ${found.length} forbidden`);
		for (const { from, rule } of found) console.log(`         ${from}: ${rule}`);
	}
}
console.log('\nWhat each room may import (all else is blocked):');
for (const room of rooms) {
	const list = [...room.rooms, ...room.packages].join(', ');
	console.log(`  ${room.path}: ${list === '' ? 'nothing' : list}`);
}
process.exitCode = open === 0 ? 0 : 1;
