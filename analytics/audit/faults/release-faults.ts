import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discreteGaussian, Rational } from 'diffprivlib-js';
import type { Domain, NoisyTable } from '../../contract/domain.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Spec } from '../../contract/spec.ts';
import { InputError } from '../../errors.ts';
import { measure, type MeasureInput } from '../../measure/measure.ts';
import { measureRelease } from '../../pipeline.ts';
import { recordSource } from '../../population/source.ts';
import { planOf, shortPath, type ReleasePath } from '../path.ts';
import type { Rule } from '../rules.ts';
import { answering, exactCounts, peeking } from './peeking.ts';

/** A deliberate fault in the way from records to a bundle. */
export interface ReleaseFault {
	readonly name: string;
	/** The rule that must see it. */
	readonly rule: Rule;
	readonly path: ReleasePath;
	/** Planted in a series; absent: in a release of counts and a sum. */
	readonly series?: true;
}

export const releaseFaults: readonly ReleaseFault[] = [
	// What a unit may change, and what is charged for it.
	{
		name: 'the rows of a unit are not limited',
		rule: 'within-price',
		path: reading((spec, domain) => [{ ...spec, unit: { ...spec.unit, contribution: 1000 } }, domain])
	},
	{
		name: 'an amount is not clipped',
		rule: 'within-price',
		path: reading((spec, domain) => [spec, unclipped(domain)])
	},
	{
		name: 'the spells of a unit are not limited',
		rule: 'within-price',
		path: reading((spec, { series, ...domain }) => [spec, { ...domain, series: { ...series!, spells: 1000 } }]),
		series: true
	},
	{
		name: 'the price is for one row, and a unit may have two',
		rule: 'within-price',
		path: shortPath({ plan: ofOneRow })
	},
	{ name: 'one table more than was charged for', rule: 'within-price', path: shortPath({ plan: withoutLastPrice }) },
	{ name: 'the charge follows the number of rows', rule: 'same-charge', path: chargingLate((rows) => 1 + (rows % 7)) },

	// The answer looks at exact counts.
	{ name: 'cells of zero are left out', rule: 'every-cell', path: answering(withoutZeros) },
	{ name: 'counts below five are hidden', rule: 'within-price', path: answering(withoutSmall) },
	{
		name: 'noise only where something was counted',
		rule: 'same-noise',
		path: shortPath({ measure: noiseWhereCounted })
	},
	{ name: 'the variance follows the largest count', rule: 'within-price', path: shortPath({ measure: relativeNoise }) },

	// Noise that is not new, or not there.
	{ name: 'one table has no noise', rule: 'planned-noise', path: answering(withoutNoise) },
	{ name: 'two tables have the same noise', rule: 'planned-noise', path: answering(withOneNoise) },
	{ name: 'the mean of two answers to one charge', rule: 'noise-first', path: shortPath({ measure: twice }) },

	// What can be seen beside the answer.
	{ name: 'the charge comes after the reading', rule: 'charged-first', path: chargingLate(() => 1) },
	{
		name: 'a code that is not listed stops the release',
		rule: 'same-outcome',
		path: peeking(([, bySex]) => {
			if (bySex!.at(-1)! > 0) throw new InputError('rows.csv: column sex has a code that is not listed.');
		})
	},
	{
		name: 'a message tells of rows without a region',
		rule: 'same-messages',
		path: peeking((exact) => {
			if (exact[5]!.slice(-3).some((count) => count > 0)) process.stderr.write('Some rows have no region.\n');
		})
	},
	{
		name: 'a question for each cell that occurs',
		rule: 'same-queries',
		path: peeking(async ([, , , byIncome], { engine, relation }) => {
			for (const count of byIncome!) if (count > 0) await engine.db.selectFrom(relation).selectAll().limit(0).execute();
		})
	},
	{ name: 'the bundle tells the number of rows', rule: 'same-bundle', path: tellingRows }
];

type Measure = typeof measure;

/** Reads records by another specification than the one that is planned and charged for. */
function reading(change: (spec: Spec, domain: Domain) => [Spec, Domain]): ReleasePath {
	return shortPath({ source: (spec, domain, place) => recordSource(...change(spec, domain), place) });
}

function unclipped({ amounts, ...domain }: Domain): Domain {
	return { ...domain, amounts: amounts!.map((amount) => ({ ...amount, from: 3 * amount.from, to: 3 * amount.to })) };
}

function ofOneRow(specification: Parameters<typeof planOf>[0]): Plan {
	const { spec } = specification;
	return planOf({ ...specification, spec: { ...spec, unit: { ...spec.unit, contribution: 1 } } });
}

function withoutLastPrice(specification: Parameters<typeof planOf>[0]): Plan {
	const plan = planOf(specification);
	const prices = plan.tables.slice(0, -1).map(({ rho }) => Rational.parse(rho));
	return { ...plan, rhoExact: prices.reduce((sum, rho) => sum.add(rho)).toString() };
}

/** Opens the records before it asks the ledger, and divides the charge by a number that may come from them. */
function chargingLate(divisor: (rows: number) => number): ReleasePath {
	return async (request) => {
		const { spec, domain } = request.specification;
		const file = await recordSource(spec, domain, request.place).open();
		const [all] = await exactCounts(domain, file);
		const plan = planOf(request.specification);
		const rhoExact = Rational.parse(plan.rhoExact)
			.div(Rational.of(divisor(all![0]!)))
			.toString();
		const opened: typeof recordSource = (...of) => ({ ...recordSource(...of), open: () => Promise.resolve(file) });
		await shortPath({ plan: () => ({ ...plan, rhoExact }), source: opened })(request);
	};
}

function withoutZeros(noisy: NoisyTable[], exact: Float64Array[]): NoisyTable[] {
	return noisy.map((table, i) => ({ ...table, counts: table.counts.filter((_, cell) => exact[i]![cell] !== 0) }));
}

function withoutSmall(noisy: NoisyTable[], exact: Float64Array[]): NoisyTable[] {
	return noisy.map((table, i) => ({
		...table,
		counts: table.counts.map((count, cell) => (exact[i]![cell]! < 5 ? 0 : count))
	}));
}

/** The table with the most cells: that all of its noise is 0, or the same, by chance will not happen. */
function widest(noisy: readonly NoisyTable[]): number {
	const sizes = noisy.map(({ counts }) => counts.length);
	return sizes.indexOf(Math.max(...sizes));
}

function withoutNoise(noisy: NoisyTable[], exact: Float64Array[]): NoisyTable[] {
	const at = widest(noisy);
	return noisy.with(at, { ...noisy[at]!, counts: exact[at]! });
}

function withOneNoise(noisy: NoisyTable[], exact: Float64Array[]): NoisyTable[] {
	const at = widest(noisy);
	const from = at === 0 ? 1 : 0;
	const noise = noisy[from]!.counts.map((count, cell) => count - exact[from]![cell]!);
	const counts = exact[at]!.map((count, cell) => count + noise[cell % noise.length]!);
	return noisy.with(at, { ...noisy[at]!, counts });
}

async function noiseWhereCounted({ domain, plan, charge, open, entropy }: MeasureInput): ReturnType<Measure> {
	charge.spend();
	const file = await open();
	const exact = await exactCounts(domain, file);
	await file.engine.close();
	return exact.map((counts, i) => {
		const { id, sigma2 } = plan.tables[i]!;
		const { sample } = discreteGaussian(Rational.parse(sigma2));
		return { id, sigma2, counts: counts.map((count) => (count === 0 ? 0 : count + sample(entropy))) };
	});
}

async function relativeNoise(input: MeasureInput): ReturnType<Measure> {
	const file = await input.open();
	const largest = Math.max(...(await exactCounts(input.domain, file)).map((counts) => Math.max(...counts)));
	const factor = Rational.of(1 + Math.min(largest, 1000), 4);
	const tables = input.plan.tables.map((table) => ({
		...table,
		sigma2: Rational.parse(table.sigma2).mul(factor).toString()
	}));
	const open = () => Promise.resolve(file);
	const noisy = await measure({ ...input, open, plan: { ...input.plan, tables } });
	return noisy.map((table, i) => ({ ...table, sigma2: input.plan.tables[i]!.sigma2 }));
}

async function twice(input: MeasureInput): ReturnType<Measure> {
	const first = await measure(input);
	const second = await measure({ ...input, charge: { spend: () => {} } });
	return first.map((table, i) => ({
		...table,
		counts: table.counts.map((count, cell) => Math.round((count + second[i]!.counts[cell]!) / 2))
	}));
}

/** The whole release, and one line more for the reader of its bundle. */
async function tellingRows(request: Parameters<ReleasePath>[0]): Promise<void> {
	await measureRelease(request);
	const { spec, domain } = request.specification;
	const file = await recordSource(spec, domain, request.place).open();
	const [all] = await exactCounts(domain, file);
	await file.engine.close();
	await appendFile(join(request.out, 'README.txt'), `Rijen: ${all![0]}\n`);
}
