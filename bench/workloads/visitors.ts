import autocannon from 'autocannon';
import { get } from 'node:http';

const CLIENTS = 20;
/** Connections of a machine that wants everything at once: more than one network may have waiting. */
const MANY = 100;

export function percentile95(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1]!;
}

/** Milliseconds from asking to the first byte, one after the other. */
export async function timesToFirstByte(port: number, paths: readonly string[], visitor: string): Promise<number[]> {
	const times: number[] = [];
	for (const path of paths) times.push(await timeToFirstByte(port, path, visitor));
	return times;
}

/** @throws Error when the answer is no page */
function timeToFirstByte(port: number, path: string, visitor: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const from = performance.now();
		const headers = { 'accept-encoding': 'gzip', 'x-visitor': visitor };
		const request = get({ host: '127.0.0.1', port, path, headers }, (response) => {
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

export async function load(port: number, paths: readonly string[], seconds: number) {
	const result = await autocannon(options(port, paths, CLIENTS, seconds, (client) => `client ${client}`));
	return {
		clients: CLIENTS,
		perSecond: result.requests.average,
		answers: result['2xx'],
		faults: result.errors + result.timeouts + result.non2xx,
		p99: result.latency.p99
	};
}

/** What a person waits while a machine from another network asks for all that it can get. */
export async function whileLoaded(port: number, asked: { machine: readonly string[]; person: readonly string[] }) {
	let stop = (): void => undefined;
	const loaded = new Promise<autocannon.Result>((resolve, reject) => {
		const end = (fault: unknown, result: autocannon.Result) =>
			fault === null || fault === undefined
				? resolve(result)
				: reject(fault instanceof Error ? fault : new Error('no load'));
		const cannon = autocannon(
			options(port, asked.machine, MANY, 600, () => 'machine'),
			end
		);
		stop = () => void cannon.stop();
	});
	const times = await timesToFirstByte(port, asked.person, 'person').finally(() => stop());
	const result = await loaded;
	return { times, refused: result.non2xx, answered: result['2xx'] };
}

/** Each client has addresses of its own: left alone, all would ask for the same ones at the same time. */
function options(
	port: number,
	paths: readonly string[],
	clients: number,
	seconds: number,
	visitor: (client: number) => string
): autocannon.Options {
	let client = 0;
	return {
		url: `http://127.0.0.1:${port}`,
		connections: clients,
		duration: seconds,
		setupClient: (one) => {
			const from = (paths.length / clients) * client;
			const own = paths.slice(from, from + paths.length / clients);
			const headers = { 'accept-encoding': 'gzip', 'x-visitor': visitor(client++) };
			one.setRequests(own.map((path) => ({ method: 'GET', path, headers })));
		}
	};
}
