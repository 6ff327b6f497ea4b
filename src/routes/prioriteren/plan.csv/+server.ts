import { error } from '@sveltejs/kit';
import { outreachTexts } from '$lib/messages/outreach.ts';
import { answer } from '$lib/server/answer.ts';
import { csv } from '$lib/server/csv.ts';
import type { Line } from '$lib/server/outreach/named-plan.ts';
import { outreachView } from '$lib/server/outreach/view.ts';
import { parseOutreach } from '$lib/url.ts';
import type { RequestHandler } from './$types';

/** The plan that the page shows for the same address, line by line; `taal=en` for points and commas instead of commas and semicolons. */
export const GET: RequestHandler = ({ url }) =>
	answer(async (db) => {
		const lang = url.searchParams.get('taal') === 'en' ? 'en' : 'nl';
		const view = await outreachView(db, { ...parseOutreach(url.searchParams), lang });
		if (view === null || typeof view.outcome === 'string') error(404);
		const m = outreachTexts(lang);
		const { lines, drawn } = view.outcome;
		const head = [m.csv.part, m.csv.code, m.csv.region, m.csv.group, m.csv.channel, m.csv.contacts];
		const row = (part: string) => (line: Line) => [
			...[part, line.code, line.region, line.group ?? m.everyone, m.channels[line.channel]],
			...[line.contacts, line.hours, line.mean, line.lower, line.upper]
		];
		const body = csv(
			[
				[...head, m.csv.hours, m.csv.mean, m.csv.lower, m.csv.upper],
				...lines.map(row(m.csv.plan)),
				...drawn.map(row(m.csv.drawn))
			],
			lang
		);
		const name = `plan-${view.within.code}-${view.chosen.period}`.replace(/[^A-Za-z0-9.-]+/g, '_');
		return new Response(body, {
			headers: {
				'Content-Type': 'text/csv; charset=utf-8',
				'Content-Disposition': `attachment; filename="${name}.csv"`,
				'Cache-Control': 'no-cache'
			}
		});
	});
