/** Forms that the figures of a view can be taken along in, as the ending of an address says them. */
export const formats = ['csv', 'xlsx', 'json'] as const;

export type Format = (typeof formats)[number];

/** Where the figures of a view are: its own address, with the name of a file behind its path. */
export function downloadHref(view: URL, format: Format): string {
	return `${view.pathname.replace(/\/$/, '')}/cijfers.${format}${view.search}`;
}
