import { planted } from './plants/scenario.ts';
import type { Scenario } from './scenario.ts';
import { amounts } from './scenarios/amounts.ts';
import { checkpoint } from './scenarios/checkpoint.ts';
import { clients } from './scenarios/clients.ts';
import { clock } from './scenarios/clock.ts';
import { copies } from './scenarios/copies.ts';
import { disk } from './scenarios/disk.ts';
import { killed } from './scenarios/killed.ts';
import { killedLoop, thrown } from './scenarios/killed-loop.ts';
import { mutations } from './scenarios/mutations.ts';
import { network } from './scenarios/network.ts';
import { page } from './scenarios/page.ts';
import { random } from './scenarios/random.ts';
import { replays } from './scenarios/replays.ts';
import { restored } from './scenarios/restored.ts';
import { server } from './scenarios/server.ts';
import { versions } from './scenarios/versions.ts';
import { workers } from './scenarios/workers.ts';

/** Every fault that is injected: on the real command line, then on the ledger in processes that do nothing else. */
export const scenarios: readonly Scenario[] = [
	planted,
	...killed,
	...disk,
	...clock,
	random,
	...workers,
	...amounts,
	killedLoop,
	thrown,
	...server,
	...network,
	checkpoint,
	...restored,
	copies,
	...clients,
	...replays,
	...versions,
	page,
	mutations
];
