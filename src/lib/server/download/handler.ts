import { error } from '@sveltejs/kit';
import type { Format } from '../../downloads.ts';
import type { Lang } from '../../messages/index.ts';
import { answer } from '../answer.ts';
import type { Published } from '../db.ts';
import { limitExports } from '../limit.ts';
import type { Asked } from '../limit.ts';
import type { Dataset } from './dataset.ts';
import { respond } from './respond.ts';

/** Rows that count as one more light download: of files with more work in them the same network gets fewer. */
const ROWS: Record<Format, number> = { csv: 2_000, json: 2_000, xlsx: 500 };

type AskedFile = Asked & { readonly params: { readonly lang?: string | undefined; readonly format: string } };

/** Answers with the figures of a view in the form that the address ends in; 404 when the view has none. */
export async function download(
	event: AskedFile,
	figures: (db: Published, lang: Lang) => Promise<Dataset | null>
): Promise<Response> {
	// The route's matcher lets only these through.
	const format = event.params.format as Format;
	await limitExports(event);
	return answer(async (db) => {
		const found = await figures(db, event.params.lang === 'en' ? 'en' : 'nl');
		if (found === null) error(404, { message: 'no figures' });
		const more = Math.floor(found.rows.length / ROWS[format]);
		if (more > 0) await limitExports(event, more);
		return respond(found, format);
	});
}
