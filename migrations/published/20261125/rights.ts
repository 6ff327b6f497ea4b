import { sql } from 'kysely';

export const rights = [
	// Statistics belong to the owner of the tables; this much of them the publisher may ask for.
	sql`create function store.refresh_warning_statistics() returns void language plpgsql security definer
		set search_path = pg_catalog, pg_temp as $$
		begin
			analyze store.watch, store.small_area, store.rank, store.event_risk, store.event_study, store.indicator_card;
		end $$`,
	sql`revoke all on function store.guard_warning, store.refresh_warning_statistics from public`,
	sql`grant execute on function store.refresh_warning_statistics to voorzicht_publisher`,
	sql`grant select, insert on store.watch, store.small_area, store.rank, store.event_risk, store.event_study,
		store.indicator_card to voorzicht_publisher`,
	sql`grant select on published.watch, published.small_area, published.rank, published.event_risk, published.event_study,
		published.indicator_card, published.supply_break to voorzicht_publisher, voorzicht_reader`
];

export const noRights = [sql`drop function store.refresh_warning_statistics`];
