import { answer } from '$lib/server/answer.ts';
import { briefPdf } from '$lib/server/brief/pdf.ts';
import { BRIEF } from '$lib/server/download/weights.ts';
import { limitExports } from '$lib/server/limit.ts';
import { briefOf } from '../brief/view.server.ts';
import type { RequestHandler } from './$types';

/** The council brief of a region as a file. */
export const GET: RequestHandler = async (event) => {
	await limitExports(event, BRIEF);
	const { params, url } = event;
	const brief = await answer((db) => briefOf(db, { code: params.code, url, lang: params.lang === 'en' ? 'en' : 'nl' }));
	const name = `${brief.title} ${brief.code}`
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9]+/g, '-');
	return new Response(await briefPdf(brief), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `inline; filename="${name}.pdf"`,
			'Cache-Control': 'no-cache'
		}
	});
};
