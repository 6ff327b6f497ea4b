import { join } from 'node:path';
import { startWebServer } from '../../analytics/commands/web-server.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';
import { fresh, kinds, machine, morning, oneOfEach, person, popular, type Kind } from '../workloads/page-addresses.ts';
import { load, percentile95, timesToFirstByte, whileLoaded } from '../workloads/visitors.ts';
import { warm } from '../workloads/warm.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PERIODS = Array.from({ length: 10 }, (_, i) => String(2014 + i));
const PORT = 4179;
const SECONDS = 20;
/** The issue asks for any page. */
const AT_ONCE = 100;

export const pages: Part = {
	name: 'pages',
	title: 'Pages of the built server at full national size, 10 years',
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const database = await nationalStore(nationalRelease(specification, nationalTree(), PERIODS[0]!), PERIODS);
		// Visitors of this measurement say who they are; the server gets to know only what is said here.
		process.env['ADDRESS_HEADER'] = 'x-visitor';
		try {
			const server = await startWebServer(database.readerUrl, PORT);
			try {
				yield await firstByte('first requests after a start', oneOfEach(), null);
				await warm(server.url);
				for (const { what, paths } of kinds()) yield await firstByte(`first byte: ${what}`, paths, { to: AT_ONCE });
				// The news is a while old: each popular page was asked for before.
				await timesToFirstByte(PORT, popular, 'person');
				yield* loaded('a morning: popular pages, one in ten never asked before', morning(), { from: 200 });
				yield* loaded('only pages never asked before', fresh(), null);
				yield* besideMachine();
			} finally {
				await server.stop();
			}
		} finally {
			await database.close();
		}
	}
};

/** Time to the first byte, one request at a time; none of the addresses was asked for before. */
async function firstByte(what: string, paths: Kind['paths'], goal: Figure['goal']): Promise<Figure> {
	const times = await timesToFirstByte(PORT, paths, 'person');
	return figure(what, percentile95(times), 'ms', goal, noteOf(times));
}

function noteOf(times: readonly number[]): string {
	const shown = (value: number) => `${value.toPrecision(3)} ms`;
	return `95th percentile of ${times.length} addresses, none asked before; median ${shown(median(times))}, longest ${shown(Math.max(...times))}`;
}

async function* loaded(what: string, paths: readonly string[], goal: Figure['goal']): AsyncGenerator<Figure> {
	const { perSecond, answers, faults, p99, clients } = await load(PORT, paths, SECONDS);
	const note = `${clients} clients, ${SECONDS} s, ${answers.toLocaleString('en')} answers; client, server and database share the machine`;
	yield figure(`requests a second, ${what}`, perSecond, '', goal, note);
	yield figure(`errors, ${what}`, faults, '', { to: 0 }, '');
	yield figure(`99th percentile of a whole answer, ${what}`, p99, 'ms', null, '');
}

/** A person looks up regions while a machine, from another network, asks for as many as it can. */
async function* besideMachine(): AsyncGenerator<Figure> {
	const { times, refused, answered } = await whileLoaded(PORT, { machine: machine(), person: person() });
	const crowd = `the machine got ${answered.toLocaleString('en')} pages and ${refused.toLocaleString('en')} times "too many"`;
	const what = 'first byte while a machine asks for thousands of pages';
	yield figure(what, percentile95(times), 'ms', { to: 1_000 }, `${noteOf(times)}; ${crowd}`);
}
