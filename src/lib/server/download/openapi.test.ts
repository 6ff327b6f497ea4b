import { expect, it } from 'vitest';
import { formats } from '../../downloads.ts';
import { openApi } from './openapi.ts';

/** For the server's own keeper, not for programs that want figures. */
const OTHERS = ['/healthz', '/openapi.json', '/prioriteren/plan.csv'];

/** Addresses of the routes that are no pages, as OpenAPI writes them. */
const routes = Object.keys(import.meta.glob('../../../routes/**/+server.ts'))
	.map((file) => file.replace('../../../routes', '').replace('/[[lang=lang]]', '').replace('/+server.ts', ''))
	.flatMap((path) =>
		path.includes('[format=format]') ? formats.map((format) => path.replace('[format=format]', format)) : [path]
	)
	.map((path) => path.replaceAll(/\[(\w+)(=\w+)?\]/g, '{$1}'))
	.filter((path) => !OTHERS.includes(path) && !path.startsWith('/[x+2e]well-known/'));

it('describes every address that gives something to a program, and no other', () => {
	expect(Object.keys(openApi().paths).sort()).toEqual(routes.sort());
});

it('names each part of a path, and says of each parameter what it means and may be', () => {
	for (const [path, { get }] of Object.entries(openApi().paths)) {
		const inPath = get.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
		expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
		for (const { name, description, schema } of get.parameters) {
			expect(description, `${path} ${name}`).toMatch(/^[A-Z]/);
			expect(schema, `${path} ${name}`).toHaveProperty('type');
		}
	}
});
