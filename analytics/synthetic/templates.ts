import type { Random } from './random.ts';
import { TYPE } from './person.ts';

/** A kind of household to start with: who lives in it, before municipalities weigh the kinds. */
export interface Template {
	readonly kind: 'onePerson' | 'couple' | 'family' | 'singleParent';
	/** Ages of the reference person: from, up to. */
	readonly ages: readonly [number, number];
	readonly children: number;
	/** Share of the country's households: rough figures of ours after CBS 71486ned; the weighing corrects them. */
	readonly weight: number;
}

/** Lower bounds of the age bands by which municipalities are published. */
export const AGE_BANDS = [0, 15, 25, 45, 65] as const;

type Ages = readonly [from: number, to: number];

function spread(kind: Template['kind'], ages: Ages, weight: number, sizes: readonly number[] = [1]): Template[] {
	return sizes.map((share, i) => ({ kind, ages, children: sizes.length === 1 ? 0 : i + 1, weight: weight * share }));
}

export const TEMPLATES: readonly Template[] = [
	...spread('onePerson', [18, 23], 0.035),
	...spread('onePerson', [23, 30], 0.06),
	...spread('onePerson', [30, 45], 0.075),
	...spread('onePerson', [45, 65], 0.095),
	...spread('onePerson', [65, 75], 0.06),
	...spread('onePerson', [75, 95], 0.075),
	...spread('couple', [21, 30], 0.04),
	...spread('couple', [30, 45], 0.045),
	...spread('couple', [45, 65], 0.09),
	...spread('couple', [65, 75], 0.075),
	...spread('couple', [75, 91], 0.045),
	...spread('family', [25, 35], 0.052, [0.55, 0.35, 0.08, 0.02]),
	...spread('family', [35, 45], 0.09, [0.24, 0.53, 0.17, 0.06]),
	...spread('family', [45, 55], 0.09, [0.29, 0.52, 0.15, 0.04]),
	...spread('family', [55, 65], 0.03, [0.64, 0.3, 0.05, 0.01]),
	...spread('singleParent', [25, 35], 0.014, [0.68, 0.26, 0.06]),
	...spread('singleParent', [35, 45], 0.032, [0.55, 0.34, 0.11]),
	...spread('singleParent', [45, 55], 0.042, [0.6, 0.32, 0.08]),
	...spread('singleParent', [55, 65], 0.017, [0.8, 0.18, 0.02])
];

export interface Draft {
	readonly type: number;
	/** Ages: adults first, then children from old to young. */
	readonly adults: readonly number[];
	readonly children: readonly number[];
}

/** Draws the ages of a household of a kind, with at most `room` members. */
export function draft({ kind, ages: [from, to], children }: Template, room: number, random: Random): Draft {
	const age = from + random.below(to - from);
	if (room === 1 || kind === 'onePerson') return { type: TYPE.onePerson, adults: [age], children: [] };
	if (kind === 'couple') {
		const married = random.next() < (age < 30 ? 0.15 : age < 45 ? 0.4 : age < 65 ? 0.82 : 0.93);
		return { type: married ? TYPE.married : TYPE.unmarried, adults: couple(age, random), children: [] };
	}
	const single = kind === 'singleParent' || room === 2;
	const count = Math.min(children, room - (single ? 1 : 2));
	const offspring = childAges(age, count, random);
	if (single) return { type: TYPE.singleParent, adults: [age], children: offspring };
	const married = random.next() < (age < 35 ? 0.55 : 0.77);
	return {
		type: married ? TYPE.marriedChildren : TYPE.unmarriedChildren,
		adults: couple(age, random),
		children: offspring
	};
}

function couple(age: number, random: Random): number[] {
	return [age, Math.max(18, Math.min(95, age - 4 + random.below(6)))];
}

/** Parents are about 30 at the first birth, children rarely older than 25 at home, and two to four years apart. */
function childAges(parent: number, count: number, random: Random): number[] {
	const limit = Math.min(17 + random.below(9), parent - 19);
	const first = Math.round(30 + 4.5 * random.normal());
	let age = first <= parent ? parent - first : random.below(3);
	age = Math.max(0, Math.min(limit, age));
	return Array.from({ length: count }, (_, i) => {
		if (i > 0) age = Math.max(random.below(2), age - 2 - random.below(3));
		return age;
	});
}
