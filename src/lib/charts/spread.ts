/**
 * Places for labels beside marks: each as near to its mark as it can be while labels stay `gap` apart and inside the limits; when
 * they cannot all fit, they share the room evenly. Places come in the order of the marks given.
 */
export function spread(marks: readonly number[], gap: number, [top, bottom]: readonly [number, number]): number[] {
	const order = marks.map((_, i) => i).sort((a, b) => marks[a]! - marks[b]!);
	const apart = Math.min(gap, (bottom - top) / Math.max(1, marks.length - 1));
	const places = order.map((i) => Math.min(bottom, Math.max(top, marks[i]!)));
	for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i]!, places[i - 1]! + apart);
	// What was pushed beyond the bottom pushes back.
	let limit = bottom;
	for (let i = places.length - 1; i >= 0; i--) {
		places[i] = Math.min(places[i]!, limit);
		limit = places[i]! - apart;
	}
	const placed: number[] = [];
	for (const [k, i] of order.entries()) placed[i] = places[k]!;
	return placed;
}
