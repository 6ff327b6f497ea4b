import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { PublishedDatabase } from '../../analytics/contract/published.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import type { Published } from '../../src/lib/server/db.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { LEVELS, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';
import { pageQueries, type Question } from '../workloads/page-queries.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PERIODS = Array.from({ length: 10 }, (_, i) => String(2014 + i));
const WARM_UPS = 5;
const REPEATS = 60;

export const store: Part = {
	name: 'store',
	title: `Store: ${Object.entries(LEVELS)
		.map(([level, n]) => `${n.toLocaleString('en')} ${level}`)
		.join(', ')}; ${PERIODS.length} years, 2 indicators, 10 groups`,
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const content = nationalRelease(specification, nationalTree(), PERIODS[0]!);
		const database = await nationalStore(content, PERIODS);
		try {
			const rows = content.figures.length + content.signals.length;
			const { wall } = database.publishing;
			const clock = `${rows.toLocaleString('en')} rows, on the clock, once`;
			yield figure('publishing a national release of one year', wall, 's', { to: 30 }, clock);
			yield figure('rows a second of that', rows / wall, '', { from: 20_000 });
			const pool = new pg.Pool({ connectionString: database.readerUrl, max: 1 });
			const db = new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) });
			try {
				const reader = db as unknown as Published;
				for (const question of await pageQueries(reader, PERIODS.at(-1)!, database.old))
					yield await speed(reader, question);
			} finally {
				await db.destroy();
			}
		} finally {
			await database.close();
		}
	}
};

async function speed(db: Published, { what, ask, judged }: Question): Promise<Figure> {
	const times: number[] = [];
	let rows: unknown;
	for (let i = 0; i < WARM_UPS + REPEATS; i++) {
		const start = process.hrtime.bigint();
		rows = await ask(db);
		if (i >= WARM_UPS) times.push(Number(process.hrtime.bigint() - start) / 1e6);
	}
	const p95 = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;
	const size = Array.isArray(rows) ? `, ${rows.length.toLocaleString('en')} rows` : '';
	return figure(
		what,
		p95,
		'ms',
		judged ? { to: 20 } : null,
		`95th percentile; median ${median(times).toPrecision(3)} ms${size}`
	);
}
