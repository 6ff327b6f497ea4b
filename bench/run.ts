/**
 * The figures that Voorzicht promises, measured: `npm run bench`, or `npm run bench -- noise reconcile` for some parts, with
 * `--json` for machines. Ends with code 1 when a goal is missed.
 *
 * Speed is judged as processor time, next to which the clock is shown, and as a ratio to a plain loop over arrays of the same size in
 * the same run. Each figure is a median of repeats after a warm-up, unless its line says otherwise. Noise in simulations comes from a seed, so
 * that coverage and errors are the same in every run; the speed of noise is that of the operating system's generator.
 */
import { parseArgs } from 'node:util';
import { goalText, reached, valueText, type Figure } from './figure.ts';
import type { Part } from './part.ts';
import { accountant } from './parts/accountant.ts';
import { bounds } from './parts/bounds.ts';
import { coverage } from './parts/coverage.ts';
import { earlyWarning } from './parts/early-warning.ts';
import { interaction } from './parts/interaction.ts';
import { ledger } from './parts/ledger.ts';
import { lighthousePart } from './parts/lighthouse.ts';
import { measure } from './parts/measure.ts';
import { microdata } from './parts/microdata.ts';
import { noise } from './parts/noise.ts';
import { pages } from './parts/pages.ts';
import { planner } from './parts/planner.ts';
import { reconcile } from './parts/reconcile.ts';
import { series } from './parts/series.ts';
import { statistics } from './parts/statistics.ts';
import { store } from './parts/store.ts';
import { variance } from './parts/variance.ts';
import { timed } from './timer.ts';

const parts: readonly Part[] = [
	planner,
	bounds,
	noise,
	reconcile,
	coverage,
	variance,
	measure,
	microdata,
	accountant,
	series,
	statistics,
	earlyWarning,
	ledger,
	store,
	pages,
	lighthousePart,
	interaction
];
const WIDTHS = [66, 14, 24];

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
	const unknown = positionals.find((name) => parts.every((part) => part.name !== name));
	if (unknown !== undefined) {
		console.error(`There is no part ${unknown}; the parts are ${parts.map(({ name }) => name).join(', ')}.`);
		return 2;
	}
	const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
	const results: Record<string, (Figure & { readonly reached: boolean | null })[]> = {};
	for (const part of chosen) {
		if (!values.json) console.log(`\n${part.title}`);
		const figures: Figure[] = [];
		const { wall } = await timed(async () => {
			for await (const figure of part.figures()) {
				figures.push(figure);
				if (!values.json) console.log(line(figure));
			}
		});
		if (!values.json) console.log(`  (${wall.toFixed(1)} s for this part)`);
		results[part.name] = figures.map((figure) => ({ ...figure, reached: reached(figure) }));
	}
	const judged = Object.values(results)
		.flat()
		.filter((figure) => figure.reached !== null);
	const missed = judged.filter((figure) => figure.reached === false);
	if (values.json) console.log(JSON.stringify({ node: process.version, parts: results }, null, '\t'));
	else console.log(`\n${judged.length - missed.length} of ${judged.length} goals reached.`);
	return missed.length === 0 ? 0 : 1;
}

function line(figure: Figure): string {
	const verdict = reached(figure);
	const columns = [figure.what, valueText(figure), goalText(figure)].map((text, i) => text.padEnd(WIDTHS[i]!));
	const note = figure.note === '' ? '' : `  ${figure.note}`;
	return `  ${columns.join(' ')} ${verdict === null ? '   ' : verdict ? 'yes' : 'NO '}${note}`.trimEnd();
}

process.exitCode = await main();
