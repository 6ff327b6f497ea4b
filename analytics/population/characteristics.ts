import type { Characteristic } from './characteristic.ts';
import { age, incomeSource, tenure } from './income-characteristics.ts';
import { children, householdSize, householdType, position, sex } from './member-characteristics.ts';

export type { Characteristic } from './characteristic.ts';

/** Everything that figures can be broken down by, beside the regions and the indicators themselves. */
export const characteristics: readonly Characteristic[] = [
	householdType,
	age,
	incomeSource,
	tenure,
	householdSize,
	children,
	sex,
	position
];
