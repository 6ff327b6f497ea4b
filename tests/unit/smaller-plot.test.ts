import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { draw } from '../../src/lib/charts/draw.ts';
import { smallerPlot } from '../../tools/smaller-plot.ts';
import type * as InBrowser from '../charts/in-browser.ts';
import { pictures } from '../charts/inputs.ts';

const entry = join(import.meta.dirname, '..', 'charts', 'in-browser.ts');

/** Charts as a browser gets them, and the text of their script. */
async function asInBrowser(): Promise<{ code: string; charts: typeof InBrowser }> {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [smallerPlot()],
		build: {
			write: false,
			minify: false,
			lib: { entry, formats: ['es'], fileName: 'charts' },
			rolldownOptions: { output: { codeSplitting: false } }
		}
	});
	const [output] = [built].flat();
	if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
	const { code } = output.output[0];
	const folder = mkdtempSync(join(tmpdir(), 'voorzicht-charts-'));
	try {
		writeFileSync(join(folder, 'charts.mjs'), code);
		return { code, charts: (await import(join(folder, 'charts.mjs'))) as typeof InBrowser };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

it('draws in the browser what the server draws, without the parts of Plot that are left out', async () => {
	const { code, charts } = await asInBrowser();
	expect(code).not.toMatch(/unknown ordinal scheme|unknown projection type/);
	await charts.readTexts('nl');
	await charts.readTexts('en');
	const { document } = parseHTML('<html><body></body></html>');
	const drawn = Object.entries(pictures).flatMap(([name, input]) =>
		input.kind === 'hex-map' || input.kind === 'boundary-map' ? [] : [{ name, input }]
	);
	expect(new Set(drawn.map(({ input }) => input.kind)).size).toBe(9);
	for (const { name, input } of drawn)
		for (const shown of [input, emptied(input)])
			expect(
				outcome(() => charts.drawText(shown, document)),
				name
			).toBe(outcome(() => draw(shown, document)));
});

/** The same chart with nothing of each kind: a region of which there is too little to say. */
const emptied = <Input extends object>(input: Input) =>
	Object.fromEntries(Object.entries(input).map(([key, value]) => [key, Array.isArray(value) ? [] : value])) as Input;

function outcome(make: () => Element): string {
	try {
		return make().outerHTML;
	} catch (error) {
		return String(error);
	}
}
