import { shareFigure } from '$lib/format/event-risk.ts';
import type { eventRegions } from '$lib/server/queries/events.ts';
import type { EventState } from '$lib/url.ts';

/** Regions shown at once; the rest is one link away. */
const SHOWN = 15;

interface Question {
	readonly state: EventState;
	/** Names of parameters that could not be followed are added. */
	readonly ignored: string[];
	/** The same page with another choice. */
	readonly link: (other: { readonly [K in keyof EventState]?: string | undefined }) => string;
}

/** Regions of one level where the risk after an event can be told, and all of them to choose from. */
export function regionsView(found: Awaited<ReturnType<typeof eventRegions>>, { state, ignored, link }: Question) {
	const all = found
		.filter(({ position }) => position > 0)
		.map((row) => ({ ...row, ...shareFigure(row.share, row.share_se) }));
	// Who is listed follows from how precise a figure would be at the share of the whole, never from how high it came out: else
	// noise upwards would choose, and what is listed would be too high.
	const whole = found.find(({ position }) => position === 0)?.share ?? 0;
	const rows = all.filter((row) => shareFigure(whole, row.share_se).reliability !== 'D');
	const levels = levelsOf(rows);
	const level = levels.find((one) => one === state.niveau) ?? levels.at(-1);
	if (state.niveau !== undefined && level !== state.niveau) ignored.push('niveau');
	const listed = rows.filter((row) => row.level === level);
	const shown = state.toon === 'alle' ? listed.length : SHOWN;
	return {
		level: level ?? null,
		levels: levels.map((one) => ({ level: one, href: link({ niveau: one }) })),
		count: listed.length,
		allHref: link({ niveau: level, toon: 'alle' }),
		rows: listed.slice(0, shown).map((row) => ({ ...row, href: link({ gebied: row.code, niveau: level }) })),
		/** Regions of the level that are too uncertain to be listed. */
		unsure: all.filter((row) => row.level === level).length - listed.length,
		/** All regions to choose from, by level. */
		choices: levelsOf(all).map((one) => ({
			level: one,
			regions: all
				.filter((row) => row.level === one)
				.map(({ code, name }) => ({ code, name }))
				.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
		}))
	};
}

/** Positions are breadth first: from the largest regions down. */
function levelsOf(rows: readonly { readonly level: string; readonly position: number }[]): string[] {
	return [...new Set(rows.toSorted((a, b) => a.position - b.position).map(({ level }) => level))];
}
