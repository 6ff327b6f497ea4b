import type { Published } from '../db.ts';
import { byColumn } from './by-column.ts';

interface Cells {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	/** Attributes and codes of the groups; empty strings for all units together. */
	readonly attributes: readonly string[];
	readonly codes: readonly string[];
}

/** Positions of regions of one level, in the order of the tree. */
export interface Span {
	readonly first: number;
	readonly last: number;
}

/** Estimates of small areas: what shares are expected to be, given all regions alike. */
export function areaEstimates(
	db: Published,
	{ spec, period, indicator, attributes, codes, first, last }: Cells & Span
) {
	const estimates = db
		.selectFrom('published.small_area')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('attribute', 'in', attributes)
		.where('code', 'in', codes)
		.where('position', '>=', first)
		.where('position', '<=', last)
		.select(['position', 'attribute', 'code', 'estimate', 'se']);
	return byColumn(db, estimates, ['position', 'attribute', 'code', 'estimate', 'se']);
}

/** How many units there are in each cell that shows a share. */
export function cellSizes(db: Published, { spec, period, indicator, attributes, codes, first, last }: Cells & Span) {
	const sizes = db
		.selectFrom('published.figure')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('attribute', 'in', attributes)
		.where('code', 'in', codes)
		.where('position', '>=', first)
		.where('position', '<=', last)
		.where('share', 'is not', null)
		.select(['position', 'attribute', 'code', 'denominator']);
	return byColumn(db, sizes, ['position', 'attribute', 'code', 'denominator']);
}

/** Whether there is any estimate to plan with. */
export async function hasEstimates(
	db: Published,
	{ spec, period, indicator, attributes, codes, first, last }: Cells & Span
) {
	const found = await db
		.selectFrom('published.small_area')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('attribute', 'in', attributes)
		.where('code', 'in', codes)
		.where('position', '>=', first)
		.where('position', '<=', last)
		.select('position')
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** What identifies a release: its bundle's hash, hexadecimal. */
export async function bundleHash(db: Published, release: number): Promise<string> {
	const { bundle_hash } = await db
		.selectFrom('published.release')
		.where('id', '=', release)
		.select('bundle_hash')
		.executeTakeFirstOrThrow();
	return bundle_hash;
}

interface Crossed {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	/** Code of the time since an event. */
	readonly since: string;
}

/** Groups after life events that the figures of the country tell apart, in the order of their codes. */
export function crossings(db: Published, { spec, period, indicator, since }: Crossed) {
	return db
		.selectFrom('published.event_group')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('since', '=', since)
		.where('position', '=', 0)
		.select(['attribute', 'code', 'event'])
		.orderBy('attribute')
		.orderBy('code')
		.orderBy('event')
		.execute();
}

/** Estimates and sizes of groups after life events, in regions of one level. */
export function eventGroups(
	db: Published,
	{ spec, period, indicator, since, attribute, first, last }: Crossed & Span & { readonly attribute: string }
) {
	const groups = db
		.selectFrom('published.event_group')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('since', '=', since)
		.where('attribute', '=', attribute)
		.where('position', '>=', first)
		.where('position', '<=', last)
		.select(['position', 'code', 'event', 'units', 'estimate', 'se']);
	return byColumn(db, groups, ['position', 'code', 'event', 'units', 'estimate', 'se']);
}

/** Whether there is any group after a life event to plan with. */
export async function hasEventGroups(
	db: Published,
	{ spec, period, indicator, since, attribute, first, last }: Crossed & Span & { readonly attribute: string }
) {
	const found = await db
		.selectFrom('published.event_group')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('since', '=', since)
		.where('attribute', '=', attribute)
		.where('position', '>=', first)
		.where('position', '<=', last)
		.select('position')
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
