import type { Block } from './blocks.ts';

/** A part of a page in ever shorter forms, the fullest first; a form is laid out when it is tried. */
export type Forms = readonly (() => Block)[];

/**
 * The fullest forms that a page has room for. Parts grow shorter one step at a time: the part with the most forms left, of equals
 * the last; when even the shortest forms need more room, parts are left out, the last one first.
 * @param room height of the page in points
 * @param gap between parts
 */
export function fit(parts: readonly Forms[], room: number, gap: number): Block[] {
	const left = parts.map((forms) => [...forms]);
	const blocks = left.map(([fullest]) => fullest?.());
	for (;;) {
		const shown = blocks.filter((block) => block !== undefined);
		const height = shown.reduce((sum, block) => sum + block.height + gap, -gap);
		if (height <= room) return shown;
		const most = Math.max(...left.map((forms) => forms.length));
		const next = left.findLastIndex((forms) => forms.length === most);
		left[next]!.shift();
		blocks[next] = left[next]![0]?.();
	}
}
