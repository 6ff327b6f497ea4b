import { createServer, Socket, type AddressInfo, type Server } from 'node:net';

/** In a message of the server, CommandComplete; in one of the client, a simple query. */
const COMMITTED = Buffer.from('COMMIT\0');
const COMMIT = Buffer.from('commit\0');

export interface Proxy {
	/** The URL of the database by way of the proxy. */
	readonly url: string;
	/** Of every reply, from now on. */
	delay(milliseconds: number): void;
	/** The connection breaks instead of the reply to the nth COMMIT from now. */
	loseReply(nth: number): void;
	/** The connection breaks before the nth COMMIT from now reaches the server. */
	loseCommit(nth: number): void;
	/** Breaks every connection and refuses new ones, until `restore`. */
	drop(): void;
	restore(): void;
	/** How many of these were lost. */
	readonly lost: number;
	close(): Promise<void>;
}

/** A TCP proxy before a PostgreSQL server that does what bad networks do. */
export async function openProxy(database: string): Promise<Proxy> {
	const target = new URL(database);
	const pairs = new Set<readonly [Socket, Socket]>();
	const state = { delay: 0, replies: 0, commits: 0, isDown: false, lost: 0 };

	const server: Server = createServer((client) => {
		const upstream = new Socket().connect(Number(target.port), target.hostname);
		const pair = [client, upstream] as const;
		pairs.add(pair);
		const end = () => {
			pairs.delete(pair);
			pair.forEach((socket) => socket.destroy());
		};
		for (const socket of pair) socket.on('error', end).on('close', end);
		if (state.isDown) return end();
		const lose = () => {
			state.lost++;
			end();
		};
		client.on('data', (chunk) => {
			if (state.commits > 0 && chunk.includes(COMMIT) && --state.commits === 0) lose();
			else upstream.write(chunk);
		});
		upstream.on('data', (chunk) => {
			if (state.replies > 0 && chunk.includes(COMMITTED) && --state.replies === 0) lose();
			else later(() => client.write(chunk));
		});
	});
	const later = (send: () => void) => (state.delay === 0 ? send() : setTimeout(send, state.delay));

	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = new URL(database);
	url.port = String((server.address() as AddressInfo).port);
	const breakAll = () => pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
	return {
		url: url.href,
		delay: (milliseconds) => (state.delay = milliseconds),
		loseReply: (nth) => (state.replies = nth),
		loseCommit: (nth) => (state.commits = nth),
		drop: () => {
			state.isDown = true;
			breakAll();
		},
		restore: () => (state.isDown = false),
		get lost() {
			return state.lost;
		},
		close: () =>
			new Promise((resolve) => {
				breakAll();
				server.close(() => resolve());
			})
	};
}
