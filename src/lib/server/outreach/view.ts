import { catalogue } from '../../../../analytics/contract/catalogue.ts';
import { outreachPlan } from '../../../../analytics/early-warning/outreach/plan.ts';
import { noticesOf } from '../../format/names.ts';
import { placeName, placeTitle } from '../../format/place-name.ts';
import { releaseOf } from '../../format/release.ts';
import type { Lang } from '../../messages/index.ts';
import type { OutreachState } from '../../url.ts';
import type { Published } from '../db.ts';
import { indicators } from '../queries/indicators.ts';
import type { Indicator } from '../queries/indicators.ts';
import { bundleHash, crossings } from '../queries/outreach.ts';
import { twinView } from '../twin-view.ts';
import { namedApart } from '../twins.ts';
import { capacityOf, choicesOf } from './capacity.ts';
import { cellsOf, hasCells } from './cells.ts';
import { groupingsOf, LAST_YEAR } from './groupings.ts';
import type { Grouping } from './groupings.ts';
import { namedPlan } from './named-plan.ts';
import { placesOf } from './places.ts';
import type { Places } from './places.ts';
import { Recent } from './recent.ts';
import { targetsOf } from './targets.ts';

/** What outreach is usually for. */
const USUAL = 'problematic-debts';

interface Question {
	readonly state: OutreachState;
	/** Names of parameters that could not be used; what turns out unknown is added. */
	readonly ignored: string[];
	readonly lang: Lang;
}

/** All that the page and its file say: the choices there are, those made, and the plan that follows. Null without figures. */
export async function outreachView(db: Published, { state, ignored, lang }: Question) {
	const all = namedApart(await indicators(db));
	const rows = worthReaching(all);
	const asked = rows.find((row) => cijferOf(row) === state.cijfer);
	if (state.cijfer !== undefined && asked === undefined) ignored.push('cijfer');
	const chosen = asked ?? rows.find(({ id }) => id === USUAL) ?? rows[0];
	if (chosen?.tree == null) return null;
	const places = await placesIn(db, chosen.tree, state, ignored);
	if (places === null) return null;
	const known = await crossings(db, {
		...{ spec: chosen.spec, period: chosen.period, indicator: chosen.id, since: LAST_YEAR }
	});
	const groupings = groupingsOf(chosen, known, lang);
	const grouping = groupings.find(({ slug }) => slug === state.groep) ?? groupings[0]!;
	if (state.groep !== undefined && grouping.slug !== state.groep) ignored.push('groep');
	const levels = await levelsWith(db, chosen, grouping, places);
	const level = levels.find((name) => name === state.niveau) ?? usualLevel(levels, places);
	if (state.niveau !== undefined && level !== state.niveau) ignored.push('niveau');
	const choices = choicesOf(state);
	const { slug, name, overlaps, crossed } = grouping;
	return {
		chosen: { ...labelsOf(chosen, lang), cijfer: cijferOf(chosen), unit: chosen.unit, period: chosen.period },
		release: releaseOf(chosen),
		definition: chosen.definition,
		notices: noticesOf([chosen], lang),
		options: {
			indicators: indicatorsOf(rows, lang),
			regions: [
				...Map.groupBy(
					places.choices.map((choice) => ({ ...choice, name: placeTitle(choice, lang) })),
					(choice) => choice.level
				)
			],
			groupings: groupings.map(({ slug, name }) => ({ slug, name })),
			levels
		},
		within: { code: places.within.code, name: placeName(places.within, lang), level: places.within.level },
		tree: chosen.tree,
		twin: twinView(all, chosen, lang),
		level: level ?? null,
		/** Tree to name in links to regions; undefined when it is the one that codes are looked up in first. */
		linkTree: all[0]?.tree === chosen.tree ? undefined : chosen.tree,
		grouping: { slug, name, overlaps, isCrossed: crossed !== null },
		choices,
		outcome:
			level === undefined ? ('empty' as const) : await kept(db, { chosen, grouping, places, level, choices, lang })
	};
}

/** Only what is bad to be in is a reason to reach out; where no definition says so, everything may be. */
function worthReaching(rows: readonly Indicator[]): Indicator[] {
	const known = new Map(catalogue.map(({ id, direction }) => [id, direction]));
	const worse = rows.filter((row) => row.definition !== null && known.get(row.id) === 'higher is worse');
	return worse.length > 0 ? worse : [...rows];
}

const cijferOf = (row: Indicator) => `${row.spec}.${row.id}`;

/** Each once, by the release that tells them: two releases can tell the same. */
function indicatorsOf(rows: readonly Indicator[], lang: Lang) {
	const once = new Map(rows.map((row) => [cijferOf(row), row])).values();
	return [...Map.groupBy(once, (row) => (lang === 'en' ? row.title_en : row.title_nl))].map(([title, group]) => ({
		title,
		options: group.map((row) => ({ value: cijferOf(row), ...labelsOf(row, lang) }))
	}));
}

function labelsOf(row: Indicator, lang: Lang) {
	return { label: lang === 'en' ? row.label_en : row.label_nl };
}

async function placesIn(db: Published, tree: string, { gebied }: OutreachState, ignored: string[]) {
	const places = await placesOf(db, tree, gebied);
	if (places !== null || gebied === undefined) return places;
	ignored.push('gebied');
	return placesOf(db, tree, undefined);
}

/** The levels that have estimates for these groups, the largest regions first. */
async function levelsWith(
	db: Published,
	chosen: Indicator,
	grouping: Grouping,
	{ byLevel }: Places
): Promise<string[]> {
	const names = [...byLevel.keys()];
	const found = await Promise.all(names.map((name) => hasCells(db, chosen, grouping, spanOf(byLevel.get(name)!))));
	return names.filter((_, i) => found[i]);
}

/** The level right below the region itself, or the region as a whole where only its groups are known. */
function usualLevel(levels: readonly string[], { within }: Places): string | undefined {
	return levels.find((name) => name !== within.level) ?? levels[0];
}

function spanOf(regions: readonly { readonly position: number }[]) {
	return { first: regions[0]!.position, last: regions.at(-1)!.position };
}

interface PlanQuestion {
	readonly chosen: Indicator;
	readonly grouping: Grouping;
	readonly places: Places;
	readonly level: string;
	readonly choices: ReturnType<typeof choicesOf>;
	readonly lang: Lang;
}

type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

/** Plans that were made before, by database: a release never changes, and a plan takes the thread that answers everybody. */
const plans = new WeakMap<Published, Recent<Outcome>>();
const MOST_PLANS = 200;

async function kept(db: Published, question: PlanQuestion): Promise<Outcome> {
	const recent = plans.get(db) ?? new Recent<Outcome>(MOST_PLANS);
	plans.set(db, recent);
	const { chosen, grouping, places, level, choices, lang } = question;
	const key = JSON.stringify([chosen.release, chosen.id, grouping.slug, places.within.code, level, choices, lang]);
	return recent.get(key) ?? recent.keep(key, await outcomeOf(db, question));
}

/** The plan in the words of its regions and groups; 'large' when the capacity spans more targets than can be weighed. */
async function outcomeOf(db: Published, { chosen, grouping, places, level, choices }: PlanQuestion) {
	const regions = places.byLevel.get(level)!;
	const [cells, hash] = await Promise.all([
		cellsOf(db, chosen, grouping, spanOf(regions)),
		bundleHash(db, chosen.release)
	]);
	const all = [...places.byLevel.values()].flat();
	const nameOf = (code: string) => all.find((region) => region.code === code)?.name ?? code;
	const { targets, names } = targetsOf({ grouping, regions, cells, nameOf });
	const plan = outreachPlan({
		targets,
		groups: Math.max(1, names.length),
		capacity: capacityOf(choices),
		fair: choices.fair,
		learn: choices.learn / 100,
		seed: Number.parseInt(hash.slice(0, 8), 16)
	});
	return plan === null ? ('large' as const) : namedPlan(plan, { grouping, names, nameOf, targets: targets.length });
}

export type OutreachView = NonNullable<Awaited<ReturnType<typeof outreachView>>>;
export type ToldPlan = Exclude<OutreachView['outcome'], string>;
