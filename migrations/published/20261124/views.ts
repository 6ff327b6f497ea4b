import { sql } from 'kysely';

/** Every release that was ever published; drafts and checked releases are nobody's business but the publisher's. */
const release = sql`create view published.release as
	select r.id, r.spec, r.title_nl, r.title_en, r.period, r.version, r.state, r.state = 'published' as is_current, r.status,
		r.unit, nullif(t.name, '') as tree, r.region_vintage, g.code as root, r.rho, r.delta, r.epsilon, r.conversion,
		p.at as published_at, s.at as superseded_at,
		earlier.id as replaces, earlier.version as replaces_version, earlier.published_at as replaces_published_at,
		later.id as replaced_by, later.version as replaced_by_version,
		r.figures, r.signals, r.integrity_p, r.bundle_hash, r.notice_nl, r.notice_en, r.source_kind, r.manifest
	from store.release r
	join store.release_history p on p.release = r.id and p.state = 'published'
	left join store.release_history s on s.release = r.id and s.state = 'superseded'
	join store.tree t on t.id = r.tree
	join store.region g on g.tree = r.tree and g.position = 0
	left join lateral (
		select e.id, e.version, h.at as published_at
		from store.release e join store.release_history h on h.release = e.id and h.state = 'published'
		where e.spec = r.spec and e.period = r.period and e.version < r.version
		order by e.version desc limit 1
	) earlier on true
	left join lateral (
		select n.id, n.version
		from store.release n join store.release_history h on h.release = n.id and h.state = 'published'
		where n.spec = r.spec and n.period = r.period and n.version > r.version
		order by n.version limit 1
	) later on true`;

const history = sql`create view published.release_history as
	select h.release, h.state, h.at
	from store.release_history h
	where exists (select from store.release_history p where p.release = h.release and p.state = 'published')`;

const indicatorColumns = sql`r.id as release, r.spec, r.period, r.version, nullif(t.name, '') as tree, i.slug as id,
	i.label_nl, i.label_en, i.description_nl, i.description_en, i.groups, i.definition`;

const figureColumns = sql`r.spec, r.period, r.id as release, r.version, c.slug as indicator, nullif(t.name, '') as tree,
	g.code as region, g.name as region_name, g.level, g.parent, f.region as position, c.attribute, c.code,
	f.numerator, f.numerator_se, f.denominator, f.denominator_se, f.share, f.share_se, f.lower, f.upper,
	f.reliability::text as reliability`;

// The position is that of the figure itself, so that a span of positions is a span of the index. Regions and trees are joined to
// the left, so that a query that does not ask for them does without: a checked release has no figure without a region.
// Offset 0 keeps the pairs of indicator and group together: as two tables, the planner looks figures up by one of them.
const figureJoins = sql`cross join lateral (
		select i.slug, i.number as indicator, p.attribute, p.code, p.number as grouping
		from store.indicator i join store.grouping p on p.release = i.release
		where i.release = r.id offset 0
	) c
	join store.figure f on f.release = r.id and f.indicator = c.indicator and f.grouping = c.grouping
	left join store.region g on g.tree = r.tree and g.position = f.region
	left join store.tree t on t.id = r.tree`;

/** The pointer of a period and the state of its release are in step, so the state alone says what is current. */
const current = [
	sql`create view published.indicator as
		select ${indicatorColumns}
		from store.release r
		join store.indicator i on i.release = r.id
		join store.tree t on t.id = r.tree
		where r.state = 'published'`,
	sql`create view published.region as
		select t.name as tree, g.code, g.parent, g.name, g.folded_name, g.level, g.depth, g.position, g.hex_q, g.hex_r, g.population
		from store.region g
		join store.tree t on t.id = g.tree
		where t.name <> '' and exists (select from store.release r where r.tree = t.id and r.state = 'published')`,
	sql`create view published.figure as
		select ${figureColumns}
		from store.release r
		${figureJoins}
		where r.state = 'published'`,
	sql`create view published.signal as
		select r.spec, r.period, r.id as release, r.version, s.previous, i.slug as indicator, nullif(t.name, '') as tree,
			g.code as region, g.name as region_name, g.level, s.region as position, s.change, s.change_se, s.p_rise, s.is_signal
		from store.release r
		join store.signal s on s.release = r.id
		join store.indicator i on i.release = r.id and i.number = s.indicator
		left join store.region g on g.tree = r.tree and g.position = s.region
		left join store.tree t on t.id = r.tree
		where r.state = 'published'`
];

/** What was published once, by release: old figures stay reachable, and never mix with those of now. */
const superseded = [
	sql`create view published.superseded_indicator as
		select ${indicatorColumns}
		from store.release r
		join store.indicator i on i.release = r.id
		join store.tree t on t.id = r.tree
		where r.state = 'superseded'`,
	sql`create view published.superseded_figure as
		select ${figureColumns}
		from store.release r
		${figureJoins}
		where r.state = 'superseded'`
];

export const views = [release, history, ...current, ...superseded];

export const dropViews = [
	sql`drop view if exists published.superseded_figure, published.superseded_indicator, published.release_history,
		published.signal, published.figure, published.region, published.indicator, published.release`
];

/** The views as they were before there were states, for the way back. */
export const earlierViews = [
	sql`create view published.release as
		select r.id, r.spec, r.title_nl, r.title_en, r.period, r.version, r.unit, nullif(t.name, '') as tree, r.region_vintage,
			r.rho, r.delta, r.epsilon, r.conversion, r.published_at, c.release is not null as is_current, r.manifest,
			r.integrity_p
		from store.release r
		join store.tree t on t.id = r.tree
		left join store.current_release c on c.release = r.id`,
	sql`create view published.indicator as
		select r.id as release, r.spec, r.period, nullif(t.name, '') as tree, i.slug as id, i.label_nl, i.label_en,
			i.description_nl, i.description_en, i.groups
		from store.current_release c
		join store.release r on r.id = c.release
		join store.indicator i on i.release = r.id
		join store.tree t on t.id = r.tree`,
	sql`create view published.region as
		select t.name as tree, g.code, g.parent, g.name, g.level, g.depth, g.position, g.hex_q, g.hex_r, g.population
		from store.region g
		join store.tree t on t.id = g.tree
		where t.name <> '' and exists (
			select from store.current_release c join store.release r on r.id = c.release where r.tree = g.tree
		)`,
	sql`create view published.figure as
		select c.spec, c.period, i.slug as indicator, g.code as region, p.attribute, p.code,
			f.numerator, f.numerator_se, f.denominator, f.denominator_se, f.share, f.share_se, f.lower, f.upper,
			f.reliability::text as reliability
		from store.current_release c
		join store.release r on r.id = c.release
		join store.figure f on f.release = r.id
		join store.indicator i on i.release = r.id and i.number = f.indicator
		join store.grouping p on p.release = r.id and p.number = f.grouping
		join store.region g on g.tree = r.tree and g.position = f.region`,
	sql`create view published.signal as
		select c.spec, c.period, s.previous, i.slug as indicator, g.code as region,
			s.change, s.change_se, s.p_rise, s.is_signal
		from store.current_release c
		join store.release r on r.id = c.release
		join store.signal s on s.release = r.id
		join store.indicator i on i.release = r.id and i.number = s.indicator
		join store.region g on g.tree = r.tree and g.position = s.region`
];
