import { discreteGaussian, periodStrategy, Rational, type DiscreteGaussian, type Entropy } from 'diffprivlib-js';
import { failpoint } from '#faults';
import { cellCount, type Domain, type NoisyTable, type Table } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { AnalysisFile } from '../population/analysis-file.ts';
import { TableCounts } from './count-tables.ts';
import { writeCuts } from './sql.ts';

/** The ledger's proof that a release has been paid for; it works once. */
export interface SpendableCharge {
	spend(): void;
}

export interface MeasureInput {
	readonly domain: Domain;
	readonly plan: Pick<Plan, 'tables' | 'series'>;
	readonly charge: SpendableCharge;
	/** Reads the microdata; called only after the charge is spent. Its engine is closed afterwards. */
	readonly open: () => Promise<AnalysisFile>;
	readonly entropy: Entropy;
}

/**
 * Counts or adds up each table of the plan, encodes a series as the plan says, and adds discrete Gaussian noise of the planned
 * variance to every cell. All noise is drawn before the first record is read, so that neither its values nor the order of its
 * draws can depend on the data. Claim: measure.md.
 */
export async function measure({ domain, plan, charge, open, entropy }: MeasureInput): Promise<NoisyTable[]> {
	const planned = domain.tables.map((table) => ({ table, sigma2: plannedVariance(plan, domain, table) }));
	const encode = plannedEncoding(plan, domain);
	const samplers = samplersOf(planned.map(({ sigma2 }) => sigma2));
	charge.spend();
	const drawn = planned.map(({ table, sigma2 }) => {
		const noise = new Float64Array(cellCount(domain, table));
		samplers.get(sigma2)!.fill(noise, entropy);
		return { table, sigma2, noise };
	});
	await failpoint('noise-drawn');
	const file = await open();
	try {
		await writeCuts(file.engine, domain);
		const exact = new TableCounts(domain, file);
		const noisy: NoisyTable[] = [];
		for (const { table, sigma2, noise } of drawn) {
			const counts = await exact.of(table);
			const told = encode === null ? counts : counts.encoded(encode);
			noisy.push({ id: table.id, sigma2, counts: told.plus(noise) });
		}
		await failpoint('records-read');
		return noisy;
	} finally {
		await file.engine.close();
	}
}

/** Tables of one variance draw from one sampler, each draw of its own words: what it takes to make one is paid once. */
function samplersOf(variances: readonly string[]): ReadonlyMap<string, DiscreteGaussian> {
	return new Map([...new Set(variances)].map((sigma2) => [sigma2, discreteGaussian(Rational.parse(sigma2))]));
}

/** @throws RangeError when the plan was made for other tables: nothing has been charged or read then. */
function plannedVariance(plan: Pick<Plan, 'tables'>, domain: Domain, table: Table): string {
	const entry = plan.tables.find((planned) => planned.id === table.id);
	if (
		entry === undefined ||
		plan.tables.length !== domain.tables.length ||
		entry.cells !== cellCount(domain, table) ||
		entry.sum !== table.sum
	)
		throw new RangeError(`the plan was not made for table ${table.id} of this specification`);
	return entry.sigma2;
}

/**
 * How the counts of consecutive periods, which lie side by side, become the numbers that are measured; null: as they are.
 * @throws RangeError when the plan was made for another series.
 */
function plannedEncoding(
	{ series }: Pick<Plan, 'series'>,
	domain: Domain
): ((counts: Float64Array) => Float64Array) | null {
	const periods = domain.attributes.find(({ name }) => name === domain.series?.attribute)?.codes.length;
	if (
		series?.attribute !== domain.series?.attribute ||
		series?.spells !== domain.series?.spells ||
		series?.periods !== periods
	)
		throw new RangeError('the plan was not made for the series of this specification');
	if (series === undefined) return null;
	const { cost, encode } = periodStrategy(series);
	// The noise was planned for this price.
	if (cost !== series.cost) throw new RangeError('the plan of the series does not have the price of its matrix');
	return series.strategy === 'independent' ? null : encode;
}
