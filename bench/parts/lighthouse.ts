import lighthouse from 'lighthouse';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { startWebServer } from '../../analytics/commands/web-server.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { browser, browserFlags } from '../../tools/browser.ts';
import { figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { codeOf, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';
import { warm } from '../workloads/warm.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PORT = 4180;
const DEBUGGING = 9322;
const PAGES = [
	'/',
	`/regio/${codeOf('gemeente', 7)}`,
	'/signalen',
	'/levensgebeurtenissen',
	'/prioriteren',
	'/vergelijken',
	'/valideren',
	'/privacy',
	'/methode',
	'/gegevens'
];
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
const categories = Object.keys(GOALS) as (keyof typeof GOALS)[];

export const lighthousePart: Part = {
	name: 'lighthouse',
	title: 'Lighthouse on a simulated phone, pages at full national size',
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const database = await nationalStore(nationalRelease(specification, nationalTree(), '2023'), ['2023']);
		const server = await startWebServer(database.readerUrl, PORT);
		const chrome = await chromium.launch({
			...browser(),
			args: [...browserFlags, `--remote-debugging-port=${DEBUGGING}`]
		});
		try {
			await warm(server.url);
			for (const path of PAGES) {
				const run = await lighthouse(`http://localhost:${PORT}${path}`, {
					port: DEBUGGING,
					onlyCategories: categories,
					logLevel: 'error'
				});
				if (run === undefined) throw new Error(`Lighthouse says nothing of ${path}.`);
				for (const category of categories) {
					const score = Math.round((run.lhr.categories[category]?.score ?? 0) * 100);
					yield figure(`${path}: ${category}`, score, '', { from: GOALS[category] }, missed(run.lhr, category));
				}
			}
		} finally {
			await chrome.close();
			await server.stop();
			await database.close();
		}
	}
};

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

/** What kept a page from the full score. */
function missed(report: Report, category: string): string {
	const parts = report.categories[category]?.auditRefs ?? [];
	return parts
		.filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
		.map(({ id }) => `${id} ${report.audits[id]?.displayValue ?? ''}`.trim())
		.join(', ');
}
