import { later } from '$lib/later.ts';

/** What stands below the figures themselves: a browser fetches it when somebody comes that far. */
const beside = later(() => import('./Beside.svelte'));
const flows = later(() => import('./Flows.svelte'));
const heat = later(() => import('./Heat.svelte'));
const explore = later(() => import('./Explore.svelte'));
const watch = later(() => import('./Watch.svelte'));
const notes = later(() => import('./Notes.svelte'));
if (import.meta.env.SSR) await Promise.all([beside, flows, heat, explore, watch, notes].map((one) => one.ready()));

export const parts = {
	beside: beside.part,
	flows: flows.part,
	heat: heat.part,
	explore: explore.part,
	watch: watch.part,
	notes: notes.part
};
