import { openStore } from '../store/store.ts';
import type { Context, Register } from './command.ts';
import { databaseUrl, wholeNumber } from './options.ts';
import { startWebServer } from './web-server.ts';

export const registerServe: Register = (program, context, answer) => {
	program
		.command('serve')
		.description('Serves the built dashboard until it is stopped. The web process only gets a read-only database role.')
		.option('--port <n>', 'port on this machine', wholeNumber('--port', 1, 65_535), 3000)
		.option('--database <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)')
		.action(
			answer(async (options: { port: number; database?: string }) => {
				const store = await openStore(databaseUrl(context, options.database));
				try {
					await serve(context, await store.readerUrl(), options.port);
				} finally {
					await store.close();
				}
				return null;
			})
		);
};

/** Runs the dashboard until the user stops it, or it stops by itself; `meanwhile` runs beside it and stops with it. */
export async function serve(
	context: Context,
	readerUrl: string,
	port: number,
	meanwhile: (stop: AbortSignal) => Promise<void> = async () => {}
): Promise<void> {
	const stopped = context.untilStopped();
	const web = await startWebServer(readerUrl, port);
	context.progress.say(`The dashboard is on ${web.url} (stop with Ctrl-C)`);
	const ended = new Promise<void>((resolve) => web.process.once('exit', () => resolve()));
	const stop = new AbortController();
	const beside = meanwhile(stop.signal);
	await Promise.race([stopped, ended]);
	stop.abort();
	await Promise.all([web.stop(), beside]);
}
