interface Sized {
	readonly height: number;
}

/** A part of a page in ever shorter forms, the fullest first; a form is laid out when it is tried. */
export type Forms<B extends Sized> = readonly (() => B)[];

/**
 * The fullest forms that a page has room for. Parts grow shorter one step at a time: the part with the most forms left, of equals
 * the last; when even the shortest forms need more room, parts are left out, the last one first. A short part may then leave
 * room: parts take back what they gave, the first one first.
 * @param room height of the page
 * @param gap between parts
 */
export function fit<B extends Sized>(parts: readonly Forms<B>[], room: number, gap: number): B[] {
	const chosen: Part<B>[] = parts.map((forms) => ({ forms, at: 0, block: forms[0]?.() }));
	while (heightOf(chosen, gap) > room) {
		const most = Math.max(...chosen.map(left));
		const next = chosen.findLast((part) => left(part) === most)!;
		next.at += 1;
		next.block = next.forms[next.at]?.();
	}
	for (const part of chosen) while (part.block !== undefined && part.at > 0 && takesBack(part, chosen, room, gap));
	return chosen.flatMap(({ block }) => block ?? []);
}

interface Part<B extends Sized> {
	readonly forms: Forms<B>;
	/** Which of its forms is shown; none past the last. */
	at: number;
	block: B | undefined;
}

const left = <B extends Sized>({ forms, at }: Part<B>) => forms.length - at;

function heightOf(parts: readonly Part<Sized>[], gap: number): number {
	return parts.reduce((sum, { block }) => (block === undefined ? sum : sum + block.height + gap), -gap);
}

/** Whether a part's next fuller form fits; then it has it. */
function takesBack<B extends Sized>(part: Part<B>, all: readonly Part<B>[], room: number, gap: number): boolean {
	const { at, block } = part;
	part.at -= 1;
	part.block = part.forms[part.at]!();
	if (heightOf(all, gap) <= room) return true;
	[part.at, part.block] = [at, block];
	return false;
}
