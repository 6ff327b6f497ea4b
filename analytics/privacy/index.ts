/** Exact differential privacy on integers: discrete Gaussian noise and rho-zCDP accounting in fractions. */
export { Rational } from './rational.ts';
export { osEntropy, EntropyError } from './entropy.ts';
export type { Entropy } from './entropy.ts';

// Mechanisms. Each folder holds the code, its claim with proof, its laws and its frozen values.
export { bernoulliExp } from './bernoulli-exp/bernoulli-exp.ts';
export { discreteLaplace } from './discrete-laplace/discrete-laplace.ts';
export { discreteGaussian } from './discrete-gaussian/discrete-gaussian.ts';
export type { DiscreteGaussian } from './discrete-gaussian/discrete-gaussian.ts';
export { periodStrategy } from './consecutive-periods/consecutive-periods.ts';
export type { SeriesInput, SeriesStrategy } from './consecutive-periods/consecutive-periods.ts';
export { halfOrderMatrix } from './consecutive-periods/half-order-matrix.ts';
export type { LowerTriangle } from './consecutive-periods/lower-triangle.ts';
export { dearestSpells, spellLengths } from './consecutive-periods/spell-cost.ts';

// Accounting.
export { tableRho, compose, epsilonAt, deltaAt, largestRho } from './accountant.ts';
export type { Conversion } from './accountant.ts';
export { gaussianDeltaAt, gaussianEpsilonAt } from './gaussian-reference.ts';
export { BudgetFilter, BudgetExceededError } from './filter.ts';

// Audit from outside: what the draws themselves prove, whether they follow their law, what every path of decisions gives,
// and faults that an audit must find.
export { auditSampler } from './audit/audit-sampler.ts';
export type { SamplerAudit, SamplerAuditOptions } from './audit/audit-sampler.ts';
export { auditFit } from './audit/audit-fit.ts';
export type { FitAudit, FitAuditOptions } from './audit/audit-fit.ts';
export { enumerateSamplers } from './audit/enumerate-samplers.ts';
export type { SamplerEnumeration } from './audit/enumerate-samplers.ts';
export { plantedFaults } from './audit/planted-faults.ts';
export type { PlantedFault } from './audit/planted-faults.ts';
export { chiSquareTail } from './audit/chi-square-tail.ts';
