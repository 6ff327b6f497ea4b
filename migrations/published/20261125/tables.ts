import { sql } from 'kysely';

/**
 * Estimates and probabilities are reals: their own uncertainty is far larger than a real's last digit. The keys serve "one
 * region, all that is said of it"; the indexes "one indicator, all regions". As with figures there are no foreign keys: a
 * release is checked as a whole, once.
 */
export const tables = [
	sql`create table store.watch (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		grouping smallint not null,
		against text not null check (against in ('nation', 'itself')),
		estimate real not null,
		estimate_sd real not null,
		lower80 real not null,
		upper80 real not null,
		lower95 real not null,
		upper95 real not null,
		rise real,
		rise_sd real,
		p_rise10 real check (p_rise10 between 0 and 1),
		p_event real not null check (p_event between 0 and 1),
		detectable real,
		state text not null check (state in ('quiet', 'signal', 'supply', 'too_small')),
		opened text,
		onset text,
		explained_by integer,
		watched_by integer,
		primary key (release, region, indicator, grouping),
		check (least(estimate_sd, rise_sd, detectable) >= 0),
		check (lower95 <= lower80 and lower80 <= upper80 and upper80 <= upper95),
		check ((rise is null) = (rise_sd is null)),
		check (state <> 'signal' or opened is not null)
	)`,
	sql`create index watch_by_indicator on store.watch (release, indicator, grouping, region)`,
	sql`create index watch_open on store.watch (release, indicator, grouping) where state in ('signal', 'supply')`,
	sql`create table store.small_area (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		grouping smallint not null,
		estimate real not null,
		se real not null check (se >= 0),
		weight real not null check (weight between 0 and 1),
		primary key (release, region, indicator, grouping)
	)`,
	sql`create index small_area_by_indicator on store.small_area (release, indicator, grouping, region)`,
	sql`create table store.rank (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		within integer not null,
		"of" integer not null,
		expected_rank real not null,
		best_rank integer not null,
		worst_rank integer not null,
		top integer not null,
		p_top real not null check (p_top between 0 and 1),
		primary key (release, region, indicator, within),
		check (best_rank between 1 and worst_rank and worst_rank <= "of"),
		check (top between 1 and "of")
	)`,
	sql`create index rank_by_indicator on store.rank (release, indicator, within, region)`,
	sql`create table store.event_risk (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		grouping smallint not null,
		comparison real not null,
		comparison_se real not null,
		share real not null,
		share_se real not null,
		difference real not null,
		difference_se real not null,
		ratio real,
		ratio_lower real,
		ratio_upper real,
		p_higher real not null check (p_higher between 0 and 1),
		standardised real,
		standardised_se real,
		primary key (release, region, indicator, grouping),
		check (least(comparison_se, share_se, difference_se, standardised_se) >= 0),
		check (num_nulls(ratio, ratio_lower, ratio_upper) in (0, 3) and ratio_lower <= ratio_upper),
		check ((standardised is null) = (standardised_se is null))
	)`,
	sql`create index event_risk_by_indicator on store.event_risk (release, indicator, grouping, region)`,
	sql`create table store.event_study (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		event text not null,
		k smallint not null,
		difference real not null,
		se real not null,
		pretrend_p real check (pretrend_p between 0 and 1),
		after real not null,
		after_se real not null,
		primary key (release, region, indicator, event, k),
		check (least(se, after_se) >= 0)
	)`,
	sql`create table store.indicator_card (
		release integer not null,
		indicator smallint not null,
		card jsonb not null,
		primary key (release, indicator)
	)`,
	// How many rows of each a release announces; what was published before early warning has none.
	sql`alter table store.release
		add column watched integer not null default 0,
		add column small_areas integer not null default 0,
		add column ranks integer not null default 0,
		add column event_risks integer not null default 0,
		add column event_studies integer not null default 0,
		add column indicator_cards integer not null default 0`
];

export const noTables = [
	sql`drop table store.watch, store.small_area, store.rank, store.event_risk, store.event_study, store.indicator_card`,
	sql`alter table store.release drop column watched, drop column small_areas, drop column ranks, drop column event_risks,
		drop column event_studies, drop column indicator_cards`
];
