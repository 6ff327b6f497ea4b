import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { smallerPlot } from './tools/smaller-plot.ts';

/** Modules of ours, by their place in src/lib. */
const ours = (paths: string) => String.raw`/src/lib/(${paths})\.(ts|svelte)$`;
const svelte = String.raw`/node_modules/(svelte|@sveltejs|devalue|clsx|esm-env)/|/generated/(root\.|client-optimized/matchers)`;
const frame = ours(
	'links|drawing|near|messages/(index|catalogue)|components/(Shell|StaleNotice|ErrorView|RegionSearch)'
);
const figures = ours(
	'format/(names|numbers|period|intl)|components/(Figure|Reliability|Caveat|Notice|RangeStrip|RangeList|ReleaseLine|DownloadLinks|Breadcrumbs)'
);
const charts = ours('linked|components/(Chart|SaveChart|GroupChart|FigureTable|WrittenRows)');

/**
 * Script that pages share, in three files: many small ones compress worse, and each is a request. A group holds nothing that names
 * texts of some pages only, as a page fetches all texts that its script names.
 */
const groups = [
	{ name: 'frame', priority: 3, test: new RegExp(`${svelte}|${frame}`) },
	{ name: 'figures', priority: 2, test: new RegExp(figures) },
	{ name: 'charts', priority: 1, test: new RegExp(charts) }
];

export default defineConfig({
	plugins: [smallerPlot(), sveltekit()],
	environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['analytics/**/*.test.ts', 'src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'tools/**/*.test.ts'],
					exclude: ['**/*.db.test.ts', '**/node_modules/**'],
					testTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['analytics/**/*.db.test.ts', 'tests/database/**/*.test.ts'],
					globalSetup: ['tests/database/cluster.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
