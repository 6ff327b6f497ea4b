import { setTimeout as sleep } from 'node:timers/promises';
import { href, regionHref } from '../links.ts';
import type { RegionIndex } from './region-index.ts';

type Fetch = (path: string, init: { headers: Record<string, string> }) => Promise<Response>;

/** Pages that the menu leads to, in both languages: visitors come here first, and they are to stay up. */
const MENU = ['', '/signalen', '/levensgebeurtenissen', '/prioriteren', '/vergelijken', '/valideren']
	.concat([
		'/privacy',
		'/methode',
		'/methode/definities',
		'/methode/register',
		'/methode/woorden',
		'/methode/audit',
		'/gegevens',
		'/toegankelijkheid'
	])
	.flatMap((path) => [path === '' ? '/' : path, `/en${path}`])
	// The names that a search looks through.
	.concat('/zoek/voorstellen.json?q=am');

/** Of each level the regions that most people live in, whose pages are asked for most. */
const EACH_LEVEL = 12;

/** What the page of a region puts side by side when somebody chooses so: asked as a choice is, without the page around it. */
const BESIDE = ['delen', 'lijkt'];

/** Between two pages, in milliseconds: most of the time is for visitors, even when none waits at that moment. */
const PAUSE = 50;

/** The same while somebody looks around, whose next choice must not meet a page of ours. */
const LONG_PAUSE = 500;

/** For so many milliseconds after a request somebody still looks around. */
const LOOKS = 2_000;

export interface Warmth {
	/** Resolves when no visitor waits. */
	readonly idle: () => Promise<void>;
	readonly regions: () => Promise<Pick<RegionIndex, 'largest'>>;
	readonly pause?: () => number;
}

/** How long to wait before the next page, by when a visitor last asked for something. */
export function pauseAfter(now: () => number = () => performance.now()) {
	let last = -Infinity;
	return {
		visited: () => void (last = now()),
		pause: () => (now() - last < LOOKS ? LONG_PAUSE : PAUSE)
	};
}

/**
 * Asks for pages one by one after each publication, while no visitor waits: those of the menu, then regions, then other choices on
 * these pages. What cannot be had now is made when it is asked for. The first pages of a kind take several times as
 * long as later ones, as the program and the database get to know what is asked: no visitor has to be the first.
 */
export function warmer({ idle, regions, pause = () => PAUSE }: Warmth) {
	let warmed: string | null = null;
	return (version: string | null, fetch: Fetch): void => {
		if (version === null || version === warmed) return;
		warmed = version;
		void (async () => {
			for await (const path of paths(regions)) {
				await sleep(pause(), undefined, { ref: false });
				await idle();
				// Another publication came meanwhile, and warms its own.
				if (warmed !== version) return;
				await fetch(path, { headers: { 'Accept-Encoding': 'br' } }).then((response) => response.arrayBuffer());
			}
		})().catch(() => {
			if (warmed === version) warmed = null;
		});
	};
}

async function* paths(regions: Warmth['regions']): AsyncGenerator<string> {
	yield* MENU;
	const largest = (await regions()).largest(EACH_LEVEL);
	for (const codes of largest.values()) for (const code of codes) yield regionHref('nl', code);
	for (const [level, [code = '', other = '']] of largest) {
		yield href('nl', '/', { niveau: level });
		yield href('nl', '/', { niveau: level, volgorde: 'naam' });
		for (const path of ['/signalen', '/levensgebeurtenissen', '/prioriteren']) yield href('nl', path, { gebied: code });
		if (other !== '') yield href('nl', '/vergelijken', { gebied: [code, other] });
		for (const beside of BESIDE)
			yield href('nl', `/regio/${encodeURIComponent(code)}/__data.json`, {
				naast: beside,
				'x-sveltekit-invalidated': '001'
			});
	}
}
