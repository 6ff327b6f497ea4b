import { bufferBelowNorm } from './buffer-below-norm.ts';
import { disabilityBenefit } from './disability-benefit.ts';
import { entitledNotUsing } from './entitled-not-using.ts';
import { healthInsuranceDefault } from './health-insurance-default.ts';
import { housingCosts } from './housing-costs.ts';
import type { Indicator } from './indicator.ts';
import { longTermLowIncome } from './long-term-low-income.ts';
import { lowIncome } from './low-income.ts';
import { nearPoor } from './near-poor.ts';
import { poverty } from './poverty.ts';
import { problematicDebts, problematicDebtsTenCriteria } from './problematic-debts.ts';
import { socialAssistance } from './social-assistance.ts';
import { socialMinimum } from './social-minimum.ts';
import { unemploymentBenefit } from './unemployment-benefit.ts';
import { wsnp } from './wsnp.ts';

export type { Indicator } from './indicator.ts';

/** Every indicator: income and poverty first, then debts, benefits and costs. */
export const indicators: readonly Indicator[] = [
	lowIncome,
	longTermLowIncome,
	...socialMinimum,
	poverty,
	nearPoor,
	problematicDebts,
	problematicDebtsTenCriteria,
	healthInsuranceDefault,
	wsnp,
	socialAssistance,
	entitledNotUsing,
	unemploymentBenefit,
	disabilityBenefit,
	bufferBelowNorm,
	housingCosts
];
