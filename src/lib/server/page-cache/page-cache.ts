import type { RequestEvent } from '@sveltejs/kit';
import type { Lang } from '../../messages/index.ts';
import { fresh, keep, sizeOf, type Kept } from './kept.ts';
import { keyOf } from './key.ts';
import { Shelf } from './shelf.ts';
import { stale } from './stale.ts';
import type { Version } from './version.ts';

const MEBIBYTE = 2 ** 20;

/** After this long a page is made anew even if the publication says it is the same. */
const LONGEST = 60 * 60_000;

/**
 * Keeps the last good answer to every page that was asked for, until something else is published. When the database does not
 * answer, the page goes out as it was, with a label that says so; a page that nobody asked for before cannot.
 */
export class PageCache {
	readonly #version: () => Promise<Version>;
	readonly #now: () => number;
	/** Pages as links have them, apart from those with choices in the address, and from data: these cannot push them out. */
	readonly #plain: Shelf<Kept>;
	readonly #chosen: Shelf<Kept>;
	readonly #making = new Map<string, Promise<Kept | undefined>>();

	constructor(version: () => Promise<Version>, now: () => number = Date.now, bytes = 128 * MEBIBYTE) {
		this.#version = version;
		this.#now = now;
		this.#plain = new Shelf(bytes * 0.75);
		this.#chosen = new Shelf(bytes * 0.25);
	}

	/** The answer to a request: what was kept, or else what `render` makes of it. */
	async answer(event: RequestEvent, lang: Lang, render: () => Promise<Response>): Promise<Response> {
		const key = keyOf(event);
		if (key === undefined) return render();
		const shelf = event.url.search === '' && !event.isDataRequest ? this.#plain : this.#chosen;
		const accepted = event.request.headers.get('accept-encoding');
		const version = await this.#version();
		const kept = shelf.get(key);
		if (version === null) return kept?.isPage ? stale(kept, lang, this.#now()) : render();
		if (kept?.version === version && this.#now() - kept.at < LONGEST) return this.#send(key, shelf, kept, accepted);
		if (event.request.method !== 'GET') return render();
		// Whoever asks while the page is being made waits for that one.
		const others = this.#making.get(key);
		if (others !== undefined) {
			const theirs = await others;
			return theirs === undefined ? render() : this.#send(key, shelf, theirs, accepted);
		}
		const response = await this.#make(key, shelf, version, accepted, render);
		if (!(response instanceof Response)) return fresh(response, accepted);
		// The database went away after it was asked for its version.
		return response.status === 503 && kept?.isPage ? stale(kept, lang, this.#now()) : response;
	}

	/** Sends what was kept; in an encoding that nobody asked for before it takes more room from then on. */
	async #send(key: string, shelf: Shelf<Kept>, kept: Kept, accepted: string | null): Promise<Response> {
		const before = sizeOf(kept);
		const response = await fresh(kept, accepted);
		if (sizeOf(kept) !== before && shelf.get(key) === kept) shelf.set(key, kept, sizeOf(kept));
		return response;
	}

	async #make(
		key: string,
		shelf: Shelf<Kept>,
		version: string,
		accepted: string | null,
		render: () => Promise<Response>
	) {
		const rendered = render();
		const making = rendered.then((response) => keep(response, version, this.#now(), accepted));
		this.#making.set(
			key,
			making.catch(() => undefined)
		);
		try {
			const kept = await making;
			if (kept === undefined) return rendered;
			shelf.set(key, kept, sizeOf(kept));
			return kept;
		} finally {
			this.#making.delete(key);
		}
	}
}
