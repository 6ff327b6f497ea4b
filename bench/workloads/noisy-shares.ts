import type { Figure } from '../../analytics/contract/figure.ts';
import { proportion, type Proportion } from '../../analytics/early-warning/life-events/proportion.ts';
import { fiellerRatio } from '../../analytics/early-warning/life-events/ratio.ts';
import { smallAreas } from '../../analytics/early-warning/small-areas/small-areas.ts';
import { Random } from '../../analytics/early-warning/statistics/random.ts';

const Z95 = 1.959963984540054;

/** Two groups of so many units with their shares, and the standard deviation of the noise on every count. */
export interface TwoGroups {
	readonly one: readonly [units: number, share: number];
	readonly other: readonly [units: number, share: number];
	readonly sd: number;
}

/**
 * How often Fieller's 95 % set holds the true ratio, over releases. The set need not be an interval; of those that are, the
 * part that holds it is given too.
 */
export function ratioCoverage({ one, other, sd }: TwoGroups, releases: number): { all: number; told: number } {
	const random = new Random(releases);
	const truth = one[1] / other[1];
	let [held, told, toldAndHeld] = [0, 0, 0];
	for (let i = 0; i < releases; i++) {
		const [first, second] = [released(random, one, sd), released(random, other, sd)];
		const distance = Math.abs(first.share - truth * second.share);
		if (distance <= Z95 * Math.sqrt(first.variance + truth ** 2 * second.variance)) held++;
		const interval = fiellerRatio(first, second);
		if (interval === null) continue;
		told++;
		if (interval.lower <= truth && truth <= interval.upper) toldAndHeld++;
	}
	return { all: held / releases, told: toldAndHeld / told };
}

function released(random: Random, [units, share]: readonly [number, number], sd: number): Proportion {
	const noise = () => sd * random.normal();
	return proportion({
		counted: inNeed(random, units, share) + noise(),
		all: units + noise(),
		countedSd: sd,
		allSd: sd
	});
}

/** Of so many units each is in need with this probability: by the gaps between those that are. */
function inNeed(random: Random, units: number, share: number): number {
	let count = -1;
	for (let at = 0; at <= units; count++) at += 1 + Math.floor(Math.log(random.uniform()) / Math.log1p(-share));
	return count;
}

const AREAS = 400;
const SIGMA = 6;
const CAPACITY = 0.1;
const regions = {
	root: 'NL',
	parentOf: (code: string) => (code === 'NL' ? null : 'NL'),
	levelOf: (code: string) => (code === 'NL' ? 'land' : 'buurt')
};

/** People promised over people reached, less 1, when neighbourhoods for a tenth of all people are chosen by these shares. */
export function promisedTooMuch(worlds: number): { raw: number; model: number } {
	const total = { raw: [0, 0], model: [0, 0] };
	for (let seed = 0; seed < worlds; seed++) {
		const { figures, truth } = neighbourhoods(new Random(seed));
		const modelled = new Map(smallAreas(figures, regions).map(({ region, estimate }) => [region, estimate]));
		for (const [kind, shareOf] of [
			['raw', (figure: Figure) => figure.share!],
			['model', (figure: Figure) => modelled.get(figure.region)!]
		] as const) {
			for (const figure of chosen(figures, shareOf)) {
				total[kind][0]! += shareOf(figure) * figure.denominator;
				total[kind][1]! += truth.get(figure.region)! * figure.denominator;
			}
		}
	}
	const excess = ([promised, real]: readonly number[]) => promised! / real! - 1;
	return { raw: excess(total.raw), model: excess(total.model) };
}

function chosen(figures: readonly Figure[], shareOf: (figure: Figure) => number): Figure[] {
	let left = CAPACITY * figures.reduce((sum, { denominator }) => sum + denominator, 0);
	return figures.toSorted((a, b) => shareOf(b) - shareOf(a)).filter(({ denominator }) => (left -= denominator) >= 0);
}

/** Neighbourhoods of 60 to 500 households, 9 % in need on average. */
function neighbourhoods(random: Random): { figures: Figure[]; truth: Map<string, number> } {
	const truth = new Map<string, number>();
	const figures = Array.from({ length: AREAS }, (_, i): Figure => {
		const region = `BU${i}`;
		const denominator = 60 + random.below(440);
		const risk = Math.min(0.3, Math.max(0.01, 0.09 + 0.03 * random.normal()));
		const numerator = inNeed(random, denominator, risk) + Math.round(SIGMA * random.normal());
		truth.set(region, risk);
		return {
			...{ indicator: 'debts', region, attribute: '', code: '', numerator, numeratorSe: SIGMA },
			...{ denominator, denominatorSe: 0, share: numerator / denominator, shareSe: SIGMA / denominator },
			...{ lower: null, upper: null, reliability: 'C' }
		};
	});
	return { figures, truth };
}
