import type { Component } from 'svelte';

/** A part of a page far down: the server draws it with the page, the browser fetches its script when it comes near the screen. */
export interface Part<Props extends object> {
	/** On the server only. */
	drawn?: Component<Props>;
	readonly load: () => Promise<{ default: Component<Props> }>;
}

/** A server waits for `ready` while it starts, and is never without. */
export function later<Props extends object>(load: Part<Props>['load']) {
	const part: Part<Props> = { load };
	const ready = async () => {
		part.drawn = (await load()).default;
	};
	return { part, ready };
}
