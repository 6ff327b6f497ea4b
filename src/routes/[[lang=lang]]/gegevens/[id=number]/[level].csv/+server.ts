import { error } from '@sveltejs/kit';
import { fileHeaders } from '$lib/server/download/respond.ts';
import { answer } from '$lib/server/answer.ts';
import { database } from '$lib/server/db.ts';
import type { Published } from '$lib/server/db.ts';
import { wholeRelease } from '$lib/server/download/whole-release.ts';
import { limitExports } from '$lib/server/limit.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { WHOLE_RELEASE } from '$lib/server/download/weights.ts';
import { namedApart } from '$lib/server/twins.ts';
import { levelsOf } from '../../levels.server.ts';
import type { RequestHandler } from './$types';

/** Every figure of one level of a current release, streamed. */
export const GET: RequestHandler = async (event) => {
	await limitExports(event, WHOLE_RELEASE);
	const lang = event.params.lang === 'en' ? 'en' : 'nl';
	const { told, level } = await answer((db) => asked(db, Number(event.params.id), event.params.level));
	const { spec, period, version } = told[0]!;
	const pieces = wholeRelease(database(), told, level, lang);
	const name = [spec, period, `v${version}`, event.params.level].join('-').replace(/[^A-Za-z0-9.-]+/g, '_');
	return new Response(streamOf(pieces), { headers: fileHeaders(name, 'csv') });
};

async function asked(db: Published, id: number, slug: string) {
	const told = namedApart(await indicators(db)).filter(({ release }) => release === id);
	const level = told[0] && (await levelsOf(db, told[0])).find((one) => one.slug === slug);
	return level === undefined ? error(404, { message: 'no figures' }) : { told, level };
}

/** Text as bytes, made no faster than they are taken. */
function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const piece = await pieces.next();
			if (piece.done) controller.close();
			else controller.enqueue(encoder.encode(piece.value));
		},
		async cancel() {
			await pieces.return();
		}
	});
}
