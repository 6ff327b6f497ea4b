import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { Level } from '$lib/server/queries/levels.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { OverviewState } from '$lib/url.ts';

/** The indicator and period that the address asks for, or the standard ones. Rows are the standard choice first. */
export function chooseIndicator(rows: readonly Indicator[], state: OverviewState, ignored: string[]) {
	const wanted = rows.filter((row) => cijferOf(row) === state.cijfer);
	if (state.cijfer !== undefined && wanted.length === 0) ignored.push('cijfer');
	const first = wanted[0] ?? rows[0];
	if (first === undefined) return undefined;
	const periods = rows.filter((row) => cijferOf(row) === cijferOf(first));
	const asked = periods.find((row) => row.period === state.periode);
	if (state.periode !== undefined && asked === undefined) ignored.push('periode');
	return { chosen: asked ?? first, periods: periods.map((row) => row.period) };
}

/** The level asked for, or the one with tiles, or the one below the root. */
export function chooseLevel(levels: readonly Level[], state: OverviewState, ignored: string[]): Level | undefined {
	const asked = levels.find((level) => level.level === state.niveau);
	if (state.niveau !== undefined && asked === undefined) ignored.push('niveau');
	return asked ?? levels.find((level) => level.tiles > 0) ?? levels[1] ?? levels[0];
}

export function cijferOf(row: { spec: string; id: string }): string {
	return `${row.spec}.${row.id}`;
}

/** Indicators to choose from, each once, by the release that tells them. */
export function optionsOf(rows: readonly Indicator[], lang: Lang) {
	const groups = new Map<string, { title: string; options: { value: string; label: string }[] }>();
	for (const row of rows) {
		const group = groups.get(row.spec) ?? { title: lang === 'en' ? row.title_en : row.title_nl, options: [] };
		if (!group.options.some((option) => option.value === cijferOf(row)))
			group.options.push({ value: cijferOf(row), label: lang === 'en' ? row.label_en : row.label_nl });
		groups.set(row.spec, group);
	}
	return [...groups.values()];
}
