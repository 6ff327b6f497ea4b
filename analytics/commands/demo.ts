import { resolve } from 'node:path';
import { VoorzichtError } from '../errors.ts';
import { openStore } from '../store/store.ts';
import { auditInBackground } from './background-audit.ts';
import type { Context, Register } from './command.ts';
import { EVENTS, makeReleases, QUARTERLY, specificationOf, YEARLY, yearsOf, type Workplace } from './demo-releases.ts';
import { databaseUrl, DATA_FOLDER, wholeNumber } from './options.ts';
import { serve } from './serve.ts';
import { requireFreePort } from './web-server.ts';

interface Options {
	port: number;
	persons: number;
	data: string;
	serve: boolean;
}

export const registerDemo: Register = (program, context, answer) => {
	program
		.command('demo')
		.description(
			'The whole way on invented data: a synthetic Netherlands -> checks -> plan -> charge -> measure -> publish -> early\n' +
				'warning -> dashboard. The dashboard opens with the yearly figures; beside it life events and the quarters for early\n' +
				'warning are released, and a short audit of the privacy claim is made. A later start keeps the data and only serves them.'
		)
		.option('--port <n>', 'port on this machine', wholeNumber('--port', 1, 65_535), 3000)
		.option('--persons <n>', 'number of invented persons', wholeNumber('--persons', 1_000, 18_000_000), 1_000_000)
		.option('--data <dir>', 'folder of everything that is made', DATA_FOLDER)
		.option('--no-serve', 'make and publish only')
		.action(answer((options: Options) => run(context, options)));
};

/** What the dashboard can open without, and what is made beside it. */
const BESIDE = [EVENTS, QUARTERLY];

async function run(context: Context, options: Options) {
	const data = resolve(context.cwd, options.data);
	// Looked at first: minutes of work should not end at a port that is taken.
	if (options.serve) await requireFreePort(options.port);
	const store = await openStore(databaseUrl(context, undefined, data));
	const place: Workplace = { context, data, persons: options.persons, store };
	try {
		await makeReleases(place, YEARLY);
		if (options.serve) await serve(context, await store.readerUrl(), options.port, (stop) => beside(place, stop));
		else for (const line of BESIDE) await makeReleases(place, line);
		const { id } = (await specificationOf(YEARLY)).spec;
		const periods = yearsOf(YEARLY);
		return {
			json: { release: id, periods, data },
			text: `Release ${id} of ${periods.join(', ')} is published; all data are in ${data}.`
		};
	} finally {
		await store.close();
	}
}

async function beside(place: Workplace, stop: AbortSignal): Promise<void> {
	const { store, context } = place;
	try {
		for (const line of BESIDE) await makeReleases(place, line, stop);
	} catch (error) {
		const why = error instanceof VoorzichtError ? error.message : 'Run "voorzicht demo --no-serve" to see why.';
		context.progress.say(`Life events and quarters could not be made; the dashboard runs on without them. ${why}`);
	}
	if (!stop.aborted) await auditInBackground(store, context.progress, stop);
}
