export { latestOnce } from '$lib/server/twins.ts';
