import { FIRST_VINTAGE, LAST_VINTAGE } from './changes.ts';
import { passages } from './mergers.ts';
import { gemeentenIn } from './nederland.ts';

/** A municipality that is no more, and the codes of those that have, or once had, its area since. */
export interface Former {
	readonly code: string;
	readonly name: string;
	readonly now: readonly string[];
}

/** Every municipality that ended in the years whose classification is known, by code. */
export function formerMunicipalities(): Former[] {
	const last = new Set(gemeentenIn(LAST_VINTAGE).map(({ code }) => code));
	const found = new Map<string, { name: string; now: Set<string> }>();
	for (let from = FIRST_VINTAGE; from < LAST_VINTAGE; from++) {
		const ended = new Map(
			gemeentenIn(from).flatMap(({ code, name }) => (last.has(code) ? [] : [[code, name] as const]))
		);
		for (let to = from + 1; to <= LAST_VINTAGE; to++)
			for (const passage of passages(from, to)) {
				const name = ended.get(passage.from);
				if (name === undefined || passage.to === passage.from) continue;
				const entry = found.get(passage.from) ?? { name, now: new Set<string>() };
				found.set(passage.from, { name, now: entry.now.add(passage.to) });
			}
	}
	return [...found]
		.map(([code, { name, now }]) => ({ code, name, now: [...now].sort() }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}
