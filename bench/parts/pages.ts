import autocannon from 'autocannon';
import { get } from 'node:http';
import { join } from 'node:path';
import { startWebServer } from '../../analytics/commands/web-server.ts';
import { loadSpecification } from '../../analytics/specification/load.ts';
import { figure, type Figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { median } from '../timer.ts';
import { codeOf, nationalRelease, nationalTree } from '../workloads/national-release.ts';
import { nationalStore } from '../workloads/national-store.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'netherlands.yaml');
const PERIODS = Array.from({ length: 10 }, (_, i) => String(2014 + i));
const PORT = 4179;
/** Addresses of one kind of page, each asked once: the server has seen none of them before. */
const EACH = 40;
const SECONDS = 20;
const CLIENTS = 20;

export const pages: Part = {
	name: 'pages',
	title: 'Pages of the built server at full national size, 10 years',
	async *figures() {
		const specification = await loadSpecification(EXAMPLE);
		const database = await nationalStore(nationalRelease(specification, nationalTree(), PERIODS[0]!), PERIODS);
		try {
			const server = await startWebServer(database.readerUrl, PORT);
			try {
				for (const kind of kinds()) yield await firstByte(kind);
				yield* load('a morning: popular pages and ones never asked before', morning());
				yield* load('only pages never asked before', fresh());
			} finally {
				await server.stop();
			}
		} finally {
			await database.close();
		}
	}
};

interface Kind {
	readonly what: string;
	readonly paths: readonly string[];
}

function kinds(): Kind[] {
	const times = <T>(of: (i: number) => T) => Array.from({ length: EACH }, (_, i) => of(i));
	const region = (level: 'gemeente' | 'wijk' | 'buurt', step: number) => ({
		what: `a ${level}`,
		paths: times((i) => `/regio/${codeOf(level, 3 + i * step)}`)
	});
	const year = (i: number) => PERIODS[i % PERIODS.length]!;
	return [
		{
			what: 'overview',
			paths: times((i) => `/?periode=${year(i)}&volgorde=${['zeker', 'aandeel', 'naam'][i % 3]!}`)
		},
		{ what: 'overview of wijken', paths: times((i) => `/?niveau=wijk&periode=${year(i)}`) },
		region('gemeente', 8),
		region('wijk', 81),
		region('buurt', 331),
		{ what: 'the country', paths: ['/regio/NL', '/en/regio/NL'] },
		{ what: 'signals', paths: times((i) => `/signalen?gebied=${codeOf('provincie', i % 12)}`) },
		{ what: 'life events', paths: times((i) => `/levensgebeurtenissen?gebied=${codeOf('gemeente', i * 8)}`) },
		{ what: 'outreach', paths: times((i) => `/prioriteren?uren=${40 + i}`) },
		{
			what: 'comparing two regions',
			paths: times((i) => `/vergelijken?gebied=${codeOf('gemeente', i)}&gebied=${codeOf('gemeente', 300 - i)}`)
		},
		{ what: 'validation', paths: ['/valideren', '/en/valideren'] },
		{ what: 'privacy', paths: ['/privacy', '/en/privacy'] },
		{ what: 'method', paths: ['/methode', '/en/methode', '/methode/definities', '/en/methode/definities'] },
		{ what: 'searching', paths: times((i) => `/zoek?q=${['Haar', 'Lek', 'Fries', 'Til'][i % 4]!}${Math.floor(i / 4)}`) }
	];
}

/** Time to the first byte, one request at a time. */
async function firstByte({ what, paths }: Kind): Promise<Figure> {
	const times: number[] = [];
	for (const path of paths) times.push(await timeToFirstByte(path));
	const late = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;
	const note = `95th percentile of ${paths.length} addresses, none asked before; median ${median(times).toPrecision(3)} ms`;
	return figure(`first byte: ${what}`, late, 'ms', { to: 100 }, note);
}

function timeToFirstByte(path: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const from = performance.now();
		const request = get({ host: '127.0.0.1', port: PORT, path, headers: { 'accept-encoding': 'gzip' } }, (response) => {
			const time = performance.now() - from;
			response.resume();
			response.once('end', () =>
				response.statusCode === 200
					? resolve(time)
					: reject(new Error(`${path} answered ${String(response.statusCode)}`))
			);
		});
		request.once('error', reject);
	});
}

async function* load(what: string, paths: readonly string[]) {
	const result = await autocannon({
		url: `http://127.0.0.1:${PORT}`,
		connections: CLIENTS,
		duration: SECONDS,
		requests: paths.map((path) => ({ method: 'GET', path, headers: { 'accept-encoding': 'gzip' } }))
	});
	const faults = result.errors + result.timeouts + result.non2xx;
	const note = `${CLIENTS} clients, ${SECONDS} s, ${result['2xx'].toLocaleString('en')} answers; client, server and database share the machine`;
	yield figure(`requests a second, ${what}`, result.requests.average, '', { from: 200 }, note);
	yield figure(`errors, ${what}`, faults, '', { to: 0 }, '');
	yield figure(`99th percentile of a whole answer, ${what}`, result.latency.p99, 'ms', null, '');
}

/** Regions in an order that does not repeat: a page that was asked before comes back after thousands of others. */
function fresh(): string[] {
	return Array.from({ length: 12_000 }, (_, i) =>
		i % 5 === 0 ? `/regio/${codeOf('wijk', (1 + i * 7) % 3_400)}` : `/regio/${codeOf('buurt', (2 + i * 11) % 14_000)}`
	);
}

/** Nine in ten for some 250 popular pages, as on the morning after the news; the others for any buurt. */
function morning(): string[] {
	const popular = [
		'/',
		'/en',
		'/signalen',
		'/methode',
		'/privacy',
		'/levensgebeurtenissen',
		'/valideren',
		'/prioriteren',
		...Array.from({ length: 240 }, (_, i) => `/regio/${codeOf('gemeente', i)}`)
	];
	return Array.from({ length: 4_000 }, (_, i) =>
		i % 10 === 9 ? `/regio/${codeOf('buurt', (5 + i * 3) % 14_000)}` : popular[(i * 13) % popular.length]!
	);
}
