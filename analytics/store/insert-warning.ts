import type { ClientBase } from 'pg';
import type {
	CardRow,
	EventGroupRow,
	EventRiskRow,
	EventStudyRow,
	RankRow,
	SmallAreaRow,
	Warning,
	WatchRow
} from '../contract/early-warning.ts';
import { bulkInsert, type Column } from './bulk-insert.ts';
import { inOrder, type Numbered, type Numbers } from './numbers.ts';

/** What early warning says of a release, into its draft. */
export async function insertWarning(
	client: ClientBase,
	release: number,
	warning: Warning,
	numbers: Numbers
): Promise<void> {
	const common = integer('release', () => release);
	const cell = [common, ...cellColumns];
	const place = [common, ...placeColumns(numbers)];
	const watched = [...cell, ...watchColumns(numbers)];
	await bulkInsert(client, 'store.watch', watched, inOrder(warning.watch, numbers));
	await bulkInsert(client, 'store.small_area', [...cell, ...smallAreaColumns], inOrder(warning.smallAreas, numbers));
	await bulkInsert(client, 'store.rank', [...place, ...rankColumns(numbers)], warning.ranks);
	await bulkInsert(client, 'store.event_risk', [...cell, ...eventRiskColumns], inOrder(warning.eventRisks, numbers));
	await bulkInsert(client, 'store.event_study', [...place, ...eventStudyColumns], warning.eventStudies);
	const groups = [...cell, ...eventGroupColumns(numbers)];
	await bulkInsert(client, 'store.event_group', groups, inOrder(warning.eventGroups, numbers));
	await bulkInsert(client, 'store.indicator_card', [common, ...cardColumns(numbers)], warning.cards);
}

type Columns<Row> = readonly Column<Row>[];

const cellColumns: Columns<Numbered<unknown>> = [
	smallint('indicator', ({ at }) => at[0]),
	smallint('grouping', ({ at }) => at[1]),
	integer('region', ({ at }) => at[2])
];

function placeColumns({ indicator, region }: Numbers): Columns<{ indicator: string; region: string }> {
	return [smallint('indicator', (row) => indicator(row.indicator)), integer('region', (row) => region(row.region))];
}

function watchColumns({ region }: Numbers): Columns<Numbered<WatchRow>> {
	const position = (code: string | null) => (code === null ? null : region(code));
	return [
		text('against', ({ row }) => row.against),
		real('estimate', ({ row }) => row.estimate),
		real('estimate_sd', ({ row }) => row.estimateSd),
		real('lower80', ({ row }) => row.lower80),
		real('upper80', ({ row }) => row.upper80),
		real('lower95', ({ row }) => row.lower95),
		real('upper95', ({ row }) => row.upper95),
		real('rise', ({ row }) => row.rise),
		real('rise_sd', ({ row }) => row.riseSd),
		real('p_rise10', ({ row }) => row.pRise10),
		real('p_event', ({ row }) => row.pEvent),
		real('detectable', ({ row }) => row.detectable),
		text('state', ({ row }) => row.state),
		text('opened', ({ row }) => row.opened),
		text('onset', ({ row }) => row.onset),
		integer('explained_by', ({ row }) => position(row.explainedBy)),
		integer('watched_by', ({ row }) => position(row.watchedBy))
	];
}

const smallAreaColumns: Columns<Numbered<SmallAreaRow>> = [
	real('estimate', ({ row }) => row.estimate),
	real('se', ({ row }) => row.se),
	real('weight', ({ row }) => row.weight)
];

function rankColumns({ region }: Numbers): Columns<RankRow> {
	return [
		integer('within', (row) => region(row.within)),
		integer('"of"', (row) => row.of),
		real('expected_rank', (row) => row.expectedRank),
		integer('best_rank', (row) => row.bestRank),
		integer('worst_rank', (row) => row.worstRank),
		integer('top', (row) => row.top),
		real('p_top', (row) => row.pTop)
	];
}

const eventRiskColumns: Columns<Numbered<EventRiskRow>> = [
	real('comparison', ({ row }) => row.comparison),
	real('comparison_se', ({ row }) => row.comparisonSe),
	real('share', ({ row }) => row.share),
	real('share_se', ({ row }) => row.shareSe),
	real('difference', ({ row }) => row.difference),
	real('difference_se', ({ row }) => row.differenceSe),
	real('ratio', ({ row }) => row.ratio),
	real('ratio_lower', ({ row }) => row.ratioLower),
	real('ratio_upper', ({ row }) => row.ratioUpper),
	real('p_higher', ({ row }) => row.pHigher),
	real('standardised', ({ row }) => row.standardised),
	real('standardised_se', ({ row }) => row.standardisedSe)
];

const eventStudyColumns: Columns<EventStudyRow> = [
	text('event', (row) => row.event),
	smallint('k', (row) => row.k),
	real('difference', (row) => row.difference),
	real('se', (row) => row.se),
	real('pretrend_p', (row) => row.pretrendP),
	real('after', (row) => row.after),
	real('after_se', (row) => row.afterSe)
];

function eventGroupColumns({ grouping }: Numbers): Columns<Numbered<EventGroupRow>> {
	return [
		smallint('event_grouping', ({ row }) => grouping({ attribute: row.event, code: row.since })),
		{ name: 'numerator', type: 'float8', value: ({ row }) => row.numerator },
		{ name: 'denominator', type: 'float8', value: ({ row }) => row.denominator },
		real('numerator_se', ({ row }) => row.numeratorSe),
		real('denominator_se', ({ row }) => row.denominatorSe),
		real('units', ({ row }) => row.units),
		real('estimate', ({ row }) => row.estimate),
		real('se', ({ row }) => row.se),
		real('weight', ({ row }) => row.weight)
	];
}

function cardColumns({ indicator }: Numbers): Columns<CardRow> {
	return [
		smallint('indicator', (row) => indicator(row.indicator)),
		{ name: 'card', type: 'jsonb', array: 'text', value: ({ card }) => JSON.stringify(card) }
	];
}

type Value<Row, T> = (row: Row) => T | null;

function integer<Row>(name: string, value: Value<Row, number>): Column<Row> {
	return { name, type: 'integer', value };
}

function smallint<Row>(name: string, value: Value<Row, number>): Column<Row> {
	return { name, type: 'smallint', value };
}

function text<Row>(name: string, value: Value<Row, string>): Column<Row> {
	return { name, type: 'text', value };
}

/** The database refuses what it cannot tell from 0 in a real, such as the probability of something out of the question. */
function real<Row>(name: string, value: Value<Row, number>): Column<Row> {
	return {
		name,
		type: 'real',
		value: (row) => {
			const number = value(row);
			return number !== null && Math.abs(number) < SMALLEST ? 0 : number;
		}
	};
}

const SMALLEST = 1e-37;
