import { sql } from 'kysely';

const place = sql`r.spec, r.period, r.id as release, r.version, c.slug as indicator, nullif(t.name, '') as tree,
	g.code as region, g.name as region_name, g.level, g.parent, w.region as position`;

// As in the view of figures: offset 0 keeps the pairs of indicator and group together, and regions and trees are joined to
// the left, so that a query that does not ask for them does without.
const pairs = sql`cross join lateral (
		select i.slug, i.number as indicator, p.attribute, p.code, p.number as grouping
		from store.indicator i join store.grouping p on p.release = i.release
		where i.release = r.id offset 0
	) c`;
const regions = sql`left join store.region g on g.tree = r.tree and g.position = w.region
	left join store.tree t on t.id = r.tree`;

const ofGroups = sql`w.release = r.id and w.indicator = c.indicator and w.grouping = c.grouping`;

export const views = [
	// A level tells the share, so it is told where the share is.
	sql`create view published.watch as
		select ${place}, c.attribute, c.code, w.against, l.estimate, l.estimate_sd, l.lower80, l.upper80, l.lower95, l.upper95,
			l.rise, l.rise_sd, l.rise - 1.2816 * l.rise_sd as rise_lower80, l.rise + 1.2816 * l.rise_sd as rise_upper80,
			l.rise - 1.96 * l.rise_sd as rise_lower95, l.rise + 1.96 * l.rise_sd as rise_upper95,
			l.p_rise10, w.p_event, w.detectable, w.state, w.opened, w.onset,
			e.code as explained_by, e.name as explained_by_name, b.code as watched_by, b.name as watched_by_name
		from store.release r
		${pairs}
		join store.watch w on ${ofGroups}
		left join lateral (
			select w.estimate, w.estimate_sd, w.lower80, w.upper80, w.lower95, w.upper95, w.rise, w.rise_sd, w.p_rise10
			from store.figure f
			where f.release = w.release and f.region = w.region and f.indicator = w.indicator and f.grouping = w.grouping
				and f.share is not null
		) l on true
		${regions}
		left join store.region e on e.tree = r.tree and e.position = w.explained_by
		left join store.region b on b.tree = r.tree and b.position = w.watched_by
		where r.state = 'published'`,
	sql`create view published.small_area as
		select ${place}, c.attribute, c.code, w.estimate, w.se, greatest(0, w.estimate - 1.96 * w.se) as lower,
			least(1, w.estimate + 1.96 * w.se) as upper, w.weight
		from store.release r
		${pairs}
		join store.small_area w on ${ofGroups}
		${regions}
		where r.state = 'published'`,
	sql`create view published.rank as
		select ${place}, h.code as within, w."of", w.expected_rank, w.best_rank, w.worst_rank, w.top, w.p_top
		from store.release r
		join store.indicator c on c.release = r.id
		join store.rank w on w.release = r.id and w.indicator = c.number
		${regions}
		left join store.region h on h.tree = r.tree and h.position = w.within
		where r.state = 'published'`,
	sql`create view published.event_risk as
		select ${place}, c.attribute, c.code, w.comparison, w.comparison_se, w.share, w.share_se, w.difference, w.difference_se,
			w.ratio, w.ratio_lower, w.ratio_upper, w.p_higher, w.standardised, w.standardised_se
		from store.release r
		${pairs}
		join store.event_risk w on ${ofGroups}
		${regions}
		where r.state = 'published'`,
	sql`create view published.event_study as
		select ${place}, w.event, w.k, w.difference, w.se, w.pretrend_p, w.after, w.after_se
		from store.release r
		join store.indicator c on c.release = r.id
		join store.event_study w on w.release = r.id and w.indicator = c.number
		${regions}
		where r.state = 'published'`,
	sql`create view published.indicator_card as
		select r.spec, r.period, r.id as release, r.version, c.slug as indicator, w.card
		from store.release r
		join store.indicator c on c.release = r.id
		join store.indicator_card w on w.release = r.id and w.indicator = c.number
		where r.state = 'published'`,
	// Each release declares all breaks up to its period, so the newest one knows them all.
	sql`create view published.supply_break as
		select r.spec, r.id as release, b.declared ->> 'period' as period, i.slug as indicator,
			coalesce(g.code, root.code) as region,
			b.declared #>> '{reason,nl}' as reason_nl, b.declared #>> '{reason,en}' as reason_en
		from (select distinct on (spec) id from store.release where state = 'published' order by spec, period desc) newest
		join store.release r on r.id = newest.id
		join store.region root on root.tree = r.tree and root.position = 0
		cross join lateral jsonb_array_elements(r.manifest #> '{spec,breaks}') as b (declared)
		left join lateral jsonb_array_elements_text(b.declared -> 'regions') as g (code) on true
		join store.indicator i on i.release = r.id
			and coalesce(jsonb_exists(b.declared -> 'indicators', i.slug), true)`
];

export const noViews = [
	sql`drop view published.watch, published.small_area, published.rank, published.event_risk, published.event_study,
		published.indicator_card, published.supply_break`
];
