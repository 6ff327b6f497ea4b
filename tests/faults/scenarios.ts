import type { Scenario } from './scenario.ts';
import { checkpoint } from './scenarios/checkpoint.ts';
import { clients } from './scenarios/clients.ts';
import { clock } from './scenarios/clock.ts';
import { disk } from './scenarios/disk.ts';
import { killed } from './scenarios/killed.ts';
import { killedLoop } from './scenarios/killed-loop.ts';
import { network } from './scenarios/network.ts';
import { random } from './scenarios/random.ts';
import { restored } from './scenarios/restored.ts';
import { server } from './scenarios/server.ts';

/** Every fault that is injected, in the order in which they run. */
export const scenarios: readonly Scenario[] = [
	...killed,
	killedLoop,
	...server,
	...network,
	...disk,
	checkpoint,
	...clock,
	random,
	...restored,
	...clients
];
