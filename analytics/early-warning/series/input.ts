import { z } from 'zod';
import { InputError } from '../../errors.ts';
import type { Frequency } from '../panel.ts';

/** No count, population or noise comes near this; sums and squares stay finite. */
const LARGEST = 1e15;

const count = z
	.number('must be a number, or null where missing')
	.min(-LARGEST, 'is too large to be a count')
	.max(LARGEST, 'is too large to be a count');
const index = z.int('must be a whole number').min(0, 'counts from 0');
const exposure = count.nullable();
const NO_SD = 'must be a standard deviation: a number of zero or more';
const sd = z.number(NO_SD).min(0, NO_SD).max(LARGEST, 'is too large to be a standard deviation');
const sds = (what: string) => z.union([sd, z.array(z.array(sd.nullable()))], what);

/** Series and periods count from 0. */
const signalsInputSchema = z.object(
	{
		id: z.string('must be a text').max(128, 'has more than 128 characters').default('series'),
		/** Periods in a year. */
		freq: z.literal([12, 4, 1], 'must be 12 (months), 4 (quarters) or 1 (years)'),
		/** Number of periods that the hyperparameters are fitted on; the rest is scored. */
		train: z.int('must be a whole number of periods'),
		/** Persons or households at risk: one number a series, or one a series and period. Null, zero or less: no ratio there. */
		exposure: z.union([z.array(exposure), z.array(z.array(exposure))], 'must be a list of numbers, or of lists'),
		/** [series][period]; null = missing. Never clamped, so it may be negative. */
		noisy_count: z
			.array(z.array(count.nullable(), 'must be a list of numbers, one a period'), 'must be a list of series')
			.min(2, 'needs at least two series: each one is compared with all together'),
		/** Standard deviation of the privacy noise: one for all, or one a series and period. 0 = none; null = unknown, no ratio there. */
		sigma: sds('must be one number of zero or more, or a list of lists of them'),
		/** The same for the exposure; absent: it has no noise. */
		exposure_sigma: sds('must be one number of zero or more, or a list of lists of them').optional(),
		/** The first period of a series after a break in supply. */
		breaks: z
			.array(z.object({ series: index, period: index }, 'must be {series, period}'), 'must be a list')
			.default([])
	},
	'must be one JSON object'
);

export type SignalsInput = z.output<typeof signalsInputSchema>;

type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several forms, the complaint that got deepest is the one about the form that was meant. */
function deepest(issue: Issue): { path: PropertyKey[]; message: string } {
	if (issue.code !== 'invalid_union') return issue;
	const inner = issue.errors.flatMap((branch) => branch.map(deepest));
	const length = Math.max(0, ...inner.map(({ path }) => path.length));
	const found = inner.find(({ path }) => path.length === length && length > 0);
	return found === undefined ? issue : { path: [...issue.path, ...found.path], message: found.message };
}

function place(path: readonly PropertyKey[]): string {
	return path
		.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
		.join('');
}

/** Fewest periods to fit on: two years, and in yearly series four. */
const leastTrain = (freq: Frequency) => (freq === 1 ? 4 : 2 * freq);

/** The first rule about sizes that the input breaks, as "place rule", or null. */
function sizeFault({ freq, train, exposure, noisy_count, sigma, exposure_sigma, breaks }: SignalsInput): string | null {
	const series = noisy_count.length;
	const periods = noisy_count[0]!.length;
	const ragged = noisy_count.findIndex((row) => row.length !== periods);
	if (ragged > 0)
		return `noisy_count[${ragged}] has ${noisy_count[ragged]!.length} periods, but the first series has ${periods}`;
	const least = leastTrain(freq);
	const years = freq === 1 ? 'four years' : `two years (${least} periods)`;
	if (periods < least + 1) return `noisy_count has ${periods} periods; ${years} and one period to score are the least`;
	if (train < least || train >= periods)
		return `train must lie between ${least} and ${periods - 1}: ${years} to fit on, and a period that is left to score`;
	if (noisy_count.every((row) => row.every((value) => value === null))) return 'noisy_count is missing everywhere';
	if (noisy_count.every((row) => row.slice(0, train).every((value) => value === null)))
		return 'noisy_count is missing in every period before train, so there is nothing to fit on';
	for (const [name, value] of Object.entries({ exposure, sigma, exposure_sigma: exposure_sigma ?? 0 })) {
		if (typeof value === 'number') continue;
		if (value.length !== series) return `${name} has ${value.length} series, but noisy_count has ${series}`;
		const row = value.findIndex((one) => one !== null && typeof one !== 'number' && one.length !== periods);
		if (row >= 0) return `${name}[${row}] must have ${periods} periods, as noisy_count has`;
	}
	const outside = breaks.findIndex((b) => b.series >= series || b.period >= periods);
	if (outside >= 0)
		return `breaks[${outside}] lies outside the ${series} series and ${periods} periods, which count from 0`;
	return null;
}

/**
 * Checks the content of a series file.
 * @throws InputError with one sentence: file, place and rule.
 */
export function parseSignalsInput(value: unknown, file: string): SignalsInput {
	const parsed = signalsInputSchema.safeParse(value);
	if (!parsed.success) {
		const { path, message } = deepest(parsed.error.issues[0]!);
		throw new InputError(`${file}: ${path.length === 0 ? 'the series file' : place(path)} ${message}.`);
	}
	const fault = sizeFault(parsed.data);
	if (fault !== null) throw new InputError(`${file}: ${fault}.`);
	return parsed.data;
}
