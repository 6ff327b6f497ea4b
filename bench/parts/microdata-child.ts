/**
 * Reads one folder of CBS tables as a release does, in a process of its own so that peak memory is that of this work alone.
 * Takes the folder, the specification and the period; prints one JSON text.
 */
import { osEntropy } from 'diffprivlib-js';
import { measure } from '../../analytics/measure/measure.ts';
import { cellQuery, writeCuts } from '../../analytics/measure/sql.ts';
import { planSpecification } from '../../analytics/pipeline.ts';
import { recordSource } from '../../analytics/population/source.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { timed, timeOf, type Time } from '../timer.ts';

export interface MicrodataRun {
	/** The rules of the quality gate, and the analysis file that it makes. */
	readonly gate: Time;
	/** All tables of the release, counted, with noise. */
	readonly tables: Time;
	/** The same GROUP BY queries on the same rows, their results fetched. */
	readonly plain: Time;
	/** Rows of the analysis file. */
	readonly units: number;
	/** Peak memory of the process, in bytes. */
	readonly peak: number;
}

const [folder, file, period] = process.argv.slice(2);
const { spec, domain, ...rest } = await loadSpecification(file!);
const dated = { ...rest, domain, spec: { ...spec, period: period! } };
const plan = planSpecification(dated);
const source = recordSource(dated.spec, domain, folder!);
await source.validate();
const gate = await timed(() => source.gate());
const { engine, relation } = await source.open();
const [{ units }] = (await engine.db
	.selectFrom(relation)
	.select(engine.db.fn.countAll().as('units'))
	.execute()) as unknown as [{ units: bigint }];
await writeCuts(engine, domain);
const plain = await timed(async () => {
	let rows = 0;
	for (const table of domain.tables)
		await engine.scan(cellQuery(engine.db, domain, table, relation), (_columns, fetched) => void (rows += fetched));
	return rows;
});
const open = () => Promise.resolve({ engine, relation });
const tables = await timed(() => measure({ domain, plan, charge: { spend: () => {} }, open, entropy: osEntropy() }));
const run: MicrodataRun = {
	gate: timeOf(gate),
	tables: timeOf(tables),
	plain: timeOf(plain),
	units: Number(units),
	peak: process.resourceUsage().maxRSS * 1024
};
console.log(JSON.stringify(run));
