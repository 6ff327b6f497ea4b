/** Right end of the strips of a list: the highest upper end, up to a multiple of 2 %. */
export function scaleOf(rows: readonly { readonly upper: number | null }[]): number {
	return Math.min(1, Math.ceil(Math.max(0.01, ...rows.map(({ upper }) => upper ?? 0)) * 50) / 50);
}
