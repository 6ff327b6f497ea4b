const nothing = { numerator: null, numerator_se: null, denominator: null, denominator_se: null };

/** A figure as a page may tell it: where there is no share there are no counts, nor in the data that the page carries. */
export function told<F extends { readonly share: number | null }>(
	figure: F
): F | (Omit<F, keyof typeof nothing> & typeof nothing) {
	return figure.share === null ? { ...figure, ...nothing } : figure;
}
