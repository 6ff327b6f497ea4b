export type HeatClass = 'lowest' | 'lower' | 'same' | 'higher' | 'highest';

/** Where each class begins, as a ratio to everyone; fixed, so that a colour means the same in every table. */
const LIMITS = [0.5, 0.8, 1.25, 2] as const;
const CLASSES: readonly HeatClass[] = ['lowest', 'lower', 'same', 'higher', 'highest'];

/** Class of a share against everyone's: around "as everyone", equally far on either side by ratio. */
export function heatClass(ratio: number): HeatClass {
	return CLASSES[LIMITS.filter((limit) => ratio >= limit).length]!;
}
