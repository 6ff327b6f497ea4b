/**
 * Reads one folder of CBS tables as the default releases of successive years do, in a process of its own so that peak memory is that
 * of this work alone. Takes the folder, the first and last year and the specifications; prints one JSON text.
 */
import { osEntropy } from 'diffprivlib-js';
import { measure } from '../../analytics/measure/measure.ts';
import { cellQuery, writeCuts } from '../../analytics/measure/sql.ts';
import { planSpecification } from '../../analytics/pipeline.ts';
import type { AnalysisFile } from '../../analytics/population/analysis-file.ts';
import { recordSources } from '../../analytics/population/source.ts';
import { loadSpecification, type Specification } from '../../analytics/specification/load.ts';
import { timed, type Time } from '../timer.ts';

export interface MicrodataRun {
	/** The rules of the quality gate, and the analysis files that it makes; of all years and releases together, as the next two. */
	readonly gate: Time;
	/** All tables of the releases, counted, with noise. */
	readonly tables: Time;
	/** The same GROUP BY queries on the same rows, their results fetched. */
	readonly plain: Time;
	/** Households in the last year. */
	readonly units: number;
	/** Peak memory of the process, in bytes. */
	readonly peak: number;
}

const [folder, first, last, ...files] = process.argv.slice(2);
const releases = await Promise.all(files.map((file) => loadSpecification(file)));
const gate = { wall: 0, cpu: 0 };
const tables = { wall: 0, cpu: 0 };
const plain = { wall: 0, cpu: 0 };
let units = 0;
for (let year = Number(first); year <= Number(last); year++) await oneYear(String(year));
const run: MicrodataRun = { gate, tables, plain, units, peak: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(run));

async function oneYear(period: string): Promise<void> {
	const dated = releases.map((release) => ({ ...release, spec: { ...release.spec, period } }));
	const sources = recordSources(dated, folder!);
	for (const [i, release] of dated.entries()) {
		await sources[i]!.validate();
		add(gate, await timed(() => sources[i]!.gate()));
		await measured(release, await sources[i]!.open());
	}
}

async function measured(release: Specification, file: AnalysisFile): Promise<void> {
	const { domain, spec } = release;
	const { engine, relation } = file;
	const [counted] = await engine.db.selectFrom(relation).select(engine.db.fn.countAll().as('units')).execute();
	if (spec.unit.kind === 'household') units = Number((counted as unknown as { units: bigint }).units);
	await writeCuts(engine, domain);
	const counts = async () => {
		for (const table of domain.tables)
			await engine.scan(cellQuery(engine.db, domain, table, relation), () => undefined);
	};
	add(plain, await timed(counts));
	const plan = planSpecification(release);
	const open = () => Promise.resolve(file);
	add(tables, await timed(() => measure({ domain, plan, charge: { spend: () => {} }, open, entropy: osEntropy() })));
}

function add(sum: { -readonly [K in keyof Time]: Time[K] }, { wall, cpu }: Time): void {
	sum.wall += wall;
	sum.cpu += cpu;
}
