import { error } from '@sveltejs/kit';
import { noticesOf } from '$lib/format/names.ts';
import { answer } from '$lib/server/answer.ts';
import {
	bundle,
	currentRelease,
	release,
	releaseFigures,
	releaseHistory,
	releaseIndicators
} from '$lib/server/queries/release.ts';
import { told } from '$lib/server/told.ts';
import type { PageServerLoad } from './$types';

/** What one release was, current or old. */
export const load: PageServerLoad = ({ params }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const found = await release(db, Number(params.id));
		if (found === undefined) error(404, { message: 'unknown release' });
		const [history, indicators, figures, files, current] = await Promise.all([
			releaseHistory(db, found.id),
			releaseIndicators(db, found),
			releaseFigures(db, found),
			bundle(db, found.bundle_hash),
			currentRelease(db, found)
		]);
		const { manifest, title_nl, title_en, notice_nl, notice_en, ...facts } = found;
		return {
			notices: noticesOf([{ notice_nl, notice_en }], lang),
			release: { ...facts, title: lang === 'en' ? title_en : title_nl, software: manifest.software },
			signed: files !== undefined,
			/** When this one was replaced, and what replaced it was replaced as well. */
			latest: found.replaced_by === null || current?.id === found.replaced_by ? null : (current ?? null),
			history,
			root: found.tree === null ? null : (figures[0]?.region_name ?? null),
			indicators: indicators.flatMap((indicator) => {
				const figure = figures.find((one) => one.indicator === indicator.id);
				const label = lang === 'en' ? indicator.label_en : indicator.label_nl;
				const { id, definition } = indicator;
				return figure === undefined ? [] : [{ id, label, definition, figure: told(figure) }];
			})
		};
	});
