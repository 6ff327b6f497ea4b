/** Exact differential privacy on integers: discrete Gaussian noise and rho-zCDP accounting in fractions. */
export { Rational } from './rational.ts';
export { osEntropy, EntropyError } from './entropy.ts';
export type { Entropy } from './entropy.ts';

// Mechanisms. Each folder holds the code, its claim with proof, its laws and its frozen values.
export { bernoulliExp } from './bernoulli-exp/bernoulli-exp.ts';
export { discreteLaplace } from './discrete-laplace/discrete-laplace.ts';
export { discreteGaussian } from './discrete-gaussian/discrete-gaussian.ts';
export type { DiscreteGaussian } from './discrete-gaussian/discrete-gaussian.ts';

// Accounting.
export { tableRho, compose, epsilonAt, deltaAt, largestRho } from './accountant.ts';
export type { Conversion } from './accountant.ts';
export { BudgetFilter, BudgetExceededError } from './filter.ts';

// Audit from outside: what the draws themselves prove, and faults that an audit must find.
export { auditSampler } from './audit/audit-sampler.ts';
export type { SamplerAudit, SamplerAuditOptions } from './audit/audit-sampler.ts';
export { plantedFaults } from './audit/planted-faults.ts';
export type { PlantedFault } from './audit/planted-faults.ts';
