import { discreteGaussian, Rational, type Entropy } from 'diffprivlib-js';
import { cellCount, type Domain, type NoisyTable, type Table } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import type { AnalysisFile } from '../population/analysis-file.ts';
import { countCells } from './count-cells.ts';
import { writeCuts } from './sql.ts';

/** The ledger's proof that a release has been paid for; it works once. */
export interface SpendableCharge {
	spend(): void;
}

export interface MeasureInput {
	readonly domain: Domain;
	readonly plan: Pick<Plan, 'tables'>;
	readonly charge: SpendableCharge;
	/** Reads the microdata; called only after the charge is spent. Its engine is closed afterwards. */
	readonly open: () => Promise<AnalysisFile>;
	readonly entropy: Entropy;
}

/**
 * Counts each table of the plan and adds discrete Gaussian noise of the planned variance to every cell. All noise is drawn
 * before the first record is read, so that neither its values nor the order of its draws can depend on the data.
 */
export async function measure({ domain, plan, charge, open, entropy }: MeasureInput): Promise<NoisyTable[]> {
	const planned = domain.tables.map((table) => ({ table, sigma2: plannedVariance(plan, domain, table) }));
	charge.spend();
	const drawn = planned.map(({ table, sigma2 }) => {
		const noise = new Float64Array(cellCount(domain, table));
		discreteGaussian(Rational.parse(sigma2)).fill(noise, entropy);
		return { table, sigma2, noise };
	});
	const file = await open();
	try {
		await writeCuts(file.engine, domain);
		const noisy: NoisyTable[] = [];
		for (const { table, sigma2, noise } of drawn) {
			const counts = await countCells(domain, table, file);
			noisy.push({ id: table.id, sigma2, counts: counts.plus(noise) });
		}
		return noisy;
	} finally {
		await file.engine.close();
	}
}

/** @throws RangeError when the plan was made for other tables: nothing has been charged or read then. */
function plannedVariance(plan: Pick<Plan, 'tables'>, domain: Domain, table: Table): string {
	const entry = plan.tables.find((planned) => planned.id === table.id);
	if (entry === undefined || plan.tables.length !== domain.tables.length || entry.cells !== cellCount(domain, table))
		throw new RangeError(`the plan was not made for table ${table.id} of this specification`);
	return entry.sigma2;
}
