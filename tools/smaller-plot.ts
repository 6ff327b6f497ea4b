import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What Plot is made of, without the list of all that it offers. */
const PLOT = /\/@observablehq\/plot\/src\/(?!index\.js)/;
/** Maps are drawn by the server only; colours, legends and what answers to the pointer are the page's own. */
const LEFT_OUT = /\/(projection|schemes|legends|tip|pointer)\.js$/;
const instead = join(import.meta.dirname, '..', 'src', 'lib', 'charts', 'without.ts');

/**
 * Leaves out of the browser's script what Plot always takes along and no chart there uses, a fifth of it. The server draws with all
 * of Plot; a test holds that both draw the same.
 */
export function smallerPlot(): Plugin {
	return {
		name: 'voorzicht-smaller-plot',
		apply: 'build',
		enforce: 'pre',
		resolveId(source, importer) {
			if (this.environment.name !== 'client' || importer === undefined || !PLOT.test(importer)) return null;
			return LEFT_OUT.test(source) ? instead : null;
		}
	};
}
