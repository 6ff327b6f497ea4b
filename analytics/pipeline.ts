import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Entropy } from 'diffprivlib-js';
import { failpoint } from '#faults';
import { regionTreeOf, type Domain, type NoisyTable } from './contract/domain.ts';
import type { Plan } from './contract/plan.ts';
import { periodsOf } from './contract/quarters.ts';
import { UNKNOWN } from './contract/region-tree.ts';
import type { IndicatorSpec } from './contract/spec.ts';
import { whyNoSeries } from './early-warning/calendar.ts';
import { isWatched, warnings, type ToldPeriod } from './early-warning/warn.ts';
import { yearlyChanges, yearBefore } from './early-warning/yearly-change.ts';
import { InputError } from './errors.ts';
import type { Ledger } from './ledger/ledger.ts';
import { measure } from './measure/measure.ts';
import { planFingerprint } from './plan/fingerprint.ts';
import { planRelease } from './plan/plan.ts';
import { lineageOf } from './population/lineage.ts';
import { recordSource, type RecordSource } from './population/source.ts';
import type { Estimates } from './reconcile/estimates.ts';
import { eventAgeCells, eventPathCells } from './reconcile/event-cells.ts';
import { eventGroupFigures } from './reconcile/event-groups.ts';
import { figures } from './reconcile/figures.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { requireFreePlace, writeBundle, type SignedBundle, type Signer } from './release/bundle.ts';
import { unknownShares, type UnknownShare } from './reconcile/unknown-shares.ts';
import type { Specification } from './specification/load.ts';
import { indicatorRows, regionRows } from './store/publication.ts';
import type { PublicationContent, SignalRow } from './store/insert-release.ts';
import type { Earlier, Publication, Store, Until } from './store/store.ts';
import { version } from './version.ts';

// The flow, closed side first. A plan is made from public inputs only; `measure` returns noisy integers, so that no exact
// count ever has a name here; the open side is given a bundle and nothing else.

/**
 * specification -> plan: accuracy and cost, before anything is spent.
 * @throws InputError naming the specification's file.
 */
export function planSpecification({ spec, domain, path }: Specification): Plan {
	try {
		return planRelease({ id: spec.id, unit: spec.unit, domain, objective: spec.objective, budget: spec.budget });
	} catch (error) {
		if (error instanceof InputError) throw new InputError(`${basename(path)}: ${error.message}`, { cause: error });
		throw error;
	}
}

export interface MeasureRequest {
	readonly specification: Specification;
	/** File or folder with the records. */
	readonly place: string;
	/** Opens the ledger; called when everything that can be looked at without it is in order. */
	readonly ledger: () => Promise<Ledger>;
	readonly entropy: Entropy;
	readonly signer: Signer;
	/** Folder of the bundle. */
	readonly out: string;
	readonly onStep?: (step: 'checking' | 'charging' | 'measuring' | 'writing') => void;
}

export interface Measured {
	readonly plan: Plan;
	readonly bundle: string;
	/** sha256 (hex) of its manifest.json. */
	readonly manifest: string;
	readonly entry: number;
	readonly lineage: string;
	/** The answer had been measured before: nothing was charged and no record was read. */
	readonly replayed: boolean;
	/** Attributes of which many units have no listed value, told from the noisy counts. */
	readonly unknown: readonly UnknownShare[];
}

/**
 * microdata -> checks -> plan -> charge -> measure -> bundle.
 * @param source of this release, where several releases are read together
 */
export async function measureRelease(
	request: MeasureRequest,
	source = recordSource(request.specification.spec, request.specification.domain, request.place)
): Promise<Measured> {
	const { specification, onStep } = request;
	const plan = planSpecification(specification);
	onStep?.('checking');
	await source.validate();
	try {
		await source.gate();
		return await measured(request, plan, source);
	} finally {
		await source.close();
	}
}

/** plan and checked source -> charge -> measure -> bundle. */
async function measured(request: MeasureRequest, plan: Plan, source: RecordSource): Promise<Measured> {
	const { specification, entropy, signer, out, onStep } = request;
	const { spec, domain } = specification;
	const ledger = await request.ledger();
	onStep?.('charging');
	// The same file under another name, such as a symbolic link, is still the same population and the same delivery.
	const home = await realpath(source.place);
	const lineage = lineageOf(spec, home);
	const asked = {
		lineage,
		unit: spec.unit.kind,
		period: spec.period!,
		periods: seriesPeriods(domain),
		programme: spec.budget.programme,
		...(spec.budget.project === undefined ? {} : { project: spec.budget.project }),
		snapshot: spec.source?.snapshot ?? home,
		planHash: planFingerprint(domain, plan, spec.source),
		rho: plan.rhoExact,
		description: spec.id
	};
	// A charge is never given back, so a place that cannot take the bundle is refused before it.
	if ((await ledger.stored(asked)) === null) await requireFreePlace(out);
	const granted = await ledger.charge(asked);
	try {
		onStep?.('measuring');
		const noisy =
			inOrder(domain, granted.stored) ??
			(await measure({ domain, plan, charge: granted.charge, open: source.open, entropy }));
		if (granted.stored === null) await ledger.store(granted.charge, noisy);
		onStep?.('writing');
		const { entry, hash, chargedAt } = granted.charge;
		const content = {
			specification,
			plan,
			noisy,
			ledger: { lineage: basename(lineage), entry, hash, chargedAt },
			revisionOf: await ledger.bundleBefore(asked, granted.charge),
			software: { name: 'voorzicht', version }
		};
		const manifest = await writeBundle(out, content, signer);
		await failpoint('bundle-written');
		await ledger.recordBundle(granted.charge, manifest);
		await failpoint('bundle-recorded');
		return {
			plan,
			bundle: out,
			manifest,
			entry,
			lineage,
			replayed: granted.stored !== null,
			unknown: unknownShares(domain, noisy)
		};
	} finally {
		await granted.release();
	}
}

/** The periods of a series; empty for a release of one period. */
function seriesPeriods({ series, attributes }: Domain): readonly string[] {
	return attributes.find(({ name }) => name === series?.attribute)?.codes ?? [];
}

/** A stored answer in the order of this specification: the same request may list its tables in another order. */
function inOrder({ tables }: Domain, stored: readonly NoisyTable[] | null): NoisyTable[] | null {
	return stored === null ? null : tables.map(({ id }) => stored.find((table) => table.id === id)!);
}

export interface PublishedRelease extends Publication {
	/** Why early warning watches no series of it: its periods and earlier ones make none. Null when they do. */
	readonly unwatched: string | null;
}

/**
 * bundle of a trusted signer -> reconciled -> figures -> early warning -> store, in one transaction.
 * @param until a draft, or a release that was checked, waits for somebody to take it further
 */
export async function publishRelease(
	bundle: SignedBundle,
	store: Store,
	until: Until = 'published'
): Promise<PublishedRelease> {
	const { domain, noisy, manifest } = bundle;
	await store.keepBundle({ hash: bundle.hash, manifest: bundle.manifestText, signature: bundle.signatureText });
	const estimates = reconcile(domain, noisy, { series: manifest.plan.series });
	const told = toldPeriods(bundle, estimates);
	const content = {
		manifest,
		bundleHash: bundle.hash,
		domain,
		indicators: indicatorRows(manifest.spec, domain),
		regions: regionRows(domain),
		integrityP: estimates.integrity().p
	};
	let unwatched: string | null = null;
	const make = async (earlier: Earlier): Promise<PublicationContent[]> => {
		const before = (await earlier.periods(manifest.id)).filter((period) => period < told[0]!.period);
		unwatched = whyNoSeries([...before, ...told.map(({ period }) => period)]);
		const warned = await earlyWarning(bundle, told, earlier);
		const contents: PublicationContent[] = [];
		for (const one of told) {
			const { period, figures } = one;
			const signals = await changesSince(earlier, bundle, one, told);
			contents.push({ ...content, period, figures, signals, warning: warned.get(period)! });
		}
		return contents;
	};
	const publications = await store.publishAfter(make, { until });
	return { ...together(publications), unwatched };
}

/** figures of this release and of earlier ones -> what rises, where, for whom, how sure. */
async function earlyWarning(
	{ domain, manifest }: SignedBundle,
	told: readonly ToldPeriod[],
	earlier: Earlier
): Promise<ReturnType<typeof warnings>> {
	const tree = regionTreeOf(domain);
	const history = await earlier.history({
		spec: manifest.id,
		tree,
		until: told[0]!.period,
		levels: tree.levels.filter((level) => isWatched(tree, level))
	});
	return warnings({ spec: manifest.id, earlier: history, told, tree, breaks: manifest.spec.breaks ?? [] });
}

/** The simple test beside the models: each share against the year before, or the last period before it. */
async function changesSince(
	earlier: Earlier,
	{ domain, manifest }: SignedBundle,
	{ period, figures }: ToldPeriod,
	told: readonly ToldPeriod[]
): Promise<SignalRow[]> {
	// Periods of one release share noise, which the test takes for independent.
	const others = (await earlier.periods(manifest.id)).filter((other) => told.every((one) => one.period !== other));
	const previous = yearBefore(period, others);
	if (previous === null) return [];
	const before = await earlier.figures({ spec: manifest.id, period: previous, tree: regionTreeOf(domain) });
	const changes = yearlyChanges(figures, before, (region) => levelOf(domain, region));
	return changes.map((change) => ({ ...change, previous }));
}

/** The periods that a release is told in, with their figures: those of its series, its four quarters, or the period itself. */
function toldPeriods({ domain, manifest }: SignedBundle, estimates: Estimates): ToldPeriod[] {
	const indicators = manifest.spec.indicators ?? [];
	const told = (period: string, within: Estimates, asked: readonly IndicatorSpec[]): ToldPeriod => ({
		period,
		figures: figures(domain, within, asked),
		ageCells: () => eventAgeCells(domain, within, asked),
		pathCells: () => eventPathCells(domain, within, asked),
		groupFigures: () => eventGroupFigures(domain, within, asked)
	});
	if (domain.series !== undefined)
		return seriesPeriods(domain).map((period, t) => told(period, estimates.at(t), indicators));
	return periodsOf(manifest.period, indicators).map(({ period, indicators: asked }) => told(period, estimates, asked));
}

/** The publications of a release's periods as one. */
function together(periods: readonly Publication[]): Publication {
	const [first, last] = [periods[0]!, periods.at(-1)!];
	return {
		already: periods.every(({ already }) => already),
		release: last.release,
		state: last.state,
		spec: first.spec,
		period: first === last ? first.period : `${first.period} - ${last.period}`,
		version: Math.max(...periods.map(({ version }) => version)),
		figures: periods.reduce((sum, { figures }) => sum + figures, 0),
		signals: periods.reduce((sum, { signals }) => sum + signals, 0)
	};
}

/** Regions of one level are tested together; units without a region are no region. */
function levelOf({ region }: Domain, code: string): string | undefined {
	const node = region?.tree.find(code);
	return node === undefined || code === UNKNOWN ? undefined : region!.tree.regions[node]!.level;
}
