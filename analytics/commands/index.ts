import { registerAudit } from './audit.ts';
import { registerBacktest } from './backtest.ts';
import { registerCheck } from './check.ts';
import type { Register } from './command.ts';
import { registerDemo } from './demo.ts';
import { registerEstimate } from './estimate.ts';
import { registerLedger } from './ledger.ts';
import { registerMeasure } from './measure.ts';
import { registerNoise } from './noise.ts';
import { registerPlan } from './plan.ts';
import { registerPublishAudit } from './publish-audit.ts';
import { registerPublish } from './publish.ts';
import { registerRegions } from './regions.ts';
import { registerReleases } from './releases.ts';
import { registerServe } from './serve.ts';
import { registerSignals } from './signals.ts';
import { registerSynthesize } from './synthesize.ts';

export const commands: readonly Register[] = [
	registerDemo,
	registerSynthesize,
	registerCheck,
	registerPlan,
	registerMeasure,
	registerEstimate,
	registerPublish,
	registerReleases,
	registerSignals,
	registerBacktest,
	registerLedger,
	registerAudit,
	registerPublishAudit,
	registerNoise,
	registerServe,
	registerRegions
];
