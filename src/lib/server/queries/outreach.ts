import type { ExpressionBuilder } from 'kysely';
import type { PublishedDatabase } from '../../../../analytics/contract/published.ts';
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
export function areaEstimates(db: Published, cells: Cells & Span) {
	return byColumn(db, smallAreas(db, cells).select(ESTIMATE), ESTIMATE);
}

/** Whether there is any estimate to plan with. */
export async function hasEstimates(db: Published, cells: Cells & Span) {
	return (await smallAreas(db, cells).select('position').limit(1).executeTakeFirst()) !== undefined;
}

/** How many units there are in each cell that shows a share. */
export function cellSizes(db: Published, cells: Cells & Span) {
	const shown = db.selectFrom('published.figure').where(inCells(cells)).where('share', 'is not', null);
	return byColumn(db, shown.select(SIZE), SIZE);
}

const ESTIMATE = ['position', 'attribute', 'code', 'estimate', 'se'] as const;
const SIZE = ['position', 'attribute', 'code', 'denominator'] as const;

const smallAreas = (db: Published, cells: Cells & Span) => db.selectFrom('published.small_area').where(inCells(cells));

/** Rows of these groups in regions of one level. */
function inCells({ spec, period, indicator, attributes, codes, first, last }: Cells & Span) {
	return (eb: ExpressionBuilder<PublishedDatabase, 'published.figure' | 'published.small_area'>) =>
		eb.and([
			eb.and({ spec, period, indicator }),
			eb('attribute', 'in', attributes),
			eb('code', 'in', codes),
			eb.between('position', first, last)
		]);
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
export function crossings(db: Published, crossed: Crossed) {
	return afterEvents(db, crossed)
		.where('position', '=', 0)
		.select(['attribute', 'code', 'event'])
		.orderBy('attribute')
		.orderBy('code')
		.orderBy('event')
		.execute();
}

interface CrossedCells extends Crossed, Span {
	readonly attribute: string;
}

/** Estimates and sizes of groups after life events, in regions of one level. */
export function eventGroups(db: Published, cells: CrossedCells) {
	return byColumn(db, crossedCells(db, cells).select(CROSSED), CROSSED);
}

/** Whether there is any group after a life event to plan with. */
export async function hasEventGroups(db: Published, cells: CrossedCells) {
	return (await crossedCells(db, cells).select('position').limit(1).executeTakeFirst()) !== undefined;
}

const CROSSED = ['position', 'code', 'event', 'units', 'estimate', 'se'] as const;

const crossedCells = (db: Published, { attribute, first, last, ...crossed }: CrossedCells) =>
	afterEvents(db, crossed)
		.where('attribute', '=', attribute)
		.where((eb) => eb.between('position', first, last));

const afterEvents = (db: Published, { spec, period, indicator, since }: Crossed) =>
	db.selectFrom('published.event_group').where((eb) => eb.and({ spec, period, indicator, since }));
