import { answer } from '$lib/server/answer.ts';
import type { BriefChart } from '$lib/server/brief/brief.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import { printedOf } from './printed.server.ts';
import { briefOf } from './view.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, isDataRequest }) =>
	answer(async (db) => {
		const brief = await briefOf(db, { code: params.code, url, lang: params.lang === 'en' ? 'en' : 'nl' });
		const render = rendererFor({ isDataRequest });
		const drawn = (chart: BriefChart) => ({ ...chart, drawing: render(chart.input) });
		return {
			brief: { ...brief, trends: brief.trends.map(drawn), groups: brief.groups.map(drawn) },
			printed: printedOf(brief),
			pdfHref: `${url.pathname}.pdf${url.search}`
		};
	});
