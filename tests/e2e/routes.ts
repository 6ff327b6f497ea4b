import { globSync } from 'node:fs';
import { join } from 'node:path';

const routes = join(import.meta.dirname, '..', '..', 'src', 'routes');

/** A value for each part of an address that varies, which the releases under test have. */
const values: Record<string, string> = {
	'[[lang=lang]]': '',
	'[code]': 'GM0363',
	'[id=number]': '1',
	'[level]': 'gemeente',
	'[format=format]': 'csv',
	'[x+2e]': '.'
};

/** An address of every route there is, read from the source: a new route needs no word here, a new kind of part does. */
export function everyRoute(): string[] {
	const files = globSync('**/{+page.svelte,+server.ts}', { cwd: routes });
	return files.map((file) => {
		const parts = file.split('/').slice(0, -1);
		const path = parts.map((part) => part.replace(/\[+[^\]]*\]+/g, valueOf)).filter((part) => part !== '');
		return `/${path.join('/')}`;
	});
}

function valueOf(part: string): string {
	const value = values[part];
	if (value === undefined) throw new Error(`tests/e2e/routes.ts needs a value for ${part}`);
	return value;
}
