import { resolve } from 'node:path';
import { readBoundaries } from '../regions/boundaries.ts';
import { loadTree } from '../specification/tree.ts';
import { openStore } from '../store/store.ts';
import type { Register } from './command.ts';
import { databaseUrl } from './options.ts';

export const registerRegions: Register = (program, context, answer) => {
	const regions = program.command('regions').description('True boundaries of regions for the map.');
	regions
		.command('import-boundaries')
		.description(
			'Imports boundaries from a GeoJSON or TopoJSON file, in longitude and latitude. Regions are found by their code.'
		)
		.argument('<file>', 'GeoJSON or TopoJSON')
		.option('--tree <name>', 'region tree that the codes belong to: cbs:2024, or a csv file', 'cbs:2024')
		.option('--database <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)')
		.addHelpText('after', '\nFor example:\n  voorzicht regions import-boundaries gemeenten-2024.geojson')
		.action(
			answer(async (file: string, options: { tree: string; database?: string }) => {
				const tree = await loadTree(options.tree, context.cwd);
				const boundaries = await readBoundaries(resolve(context.cwd, file), tree);
				const store = await openStore(databaseUrl(context, options.database));
				try {
					await store.importBoundaries(tree, boundaries);
				} finally {
					await store.close();
				}
				return {
					json: { imported: boundaries.length },
					text: `Imported the boundaries of ${boundaries.length} regions. The map now offers them.`
				};
			})
		);
};
