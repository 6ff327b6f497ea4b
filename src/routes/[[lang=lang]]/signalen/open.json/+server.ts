import { error, json } from '@sveltejs/kit';
import { answer } from '$lib/server/answer.ts';
import { limitExports } from '$lib/server/limit.ts';
import { openSignals } from '$lib/server/queries/watch.ts';
import { askedOf } from '../asked.server.ts';
import { signalKey } from '../named.ts';
import type { RequestHandler } from './$types';

/** Above this nobody follows them one by one. */
const MOST = 10_000;

/** By what each signal is known that is open now, or put down to supply: of every figure and region. */
export const GET: RequestHandler = async (event) => {
	await limitExports(event);
	return answer(async (db) => {
		const asked = await askedOf(db, new URLSearchParams());
		if (asked === null) error(404, { message: 'no figures' });
		const [open, supply] = await Promise.all([
			openSignals(db, 'signal', asked.question, MOST),
			openSignals(db, 'supply', asked.question, MOST)
		]);
		return json(
			{ open: open.map(signalKey), supply: supply.map(signalKey) },
			{ headers: { 'Cache-Control': 'no-cache' } }
		);
	});
};
