interface Row {
	readonly release: number;
	readonly version: number;
	readonly status: 'provisional' | 'final';
	readonly published_at: Date;
	readonly replaces_version: number | null;
	readonly replaces_published_at: Date | null;
	readonly region_vintage: string | null;
}

/** What a page says of the release that its figures belong to. */
export function releaseOf(row: Row) {
	const { replaces_version: version, replaces_published_at: publishedAt } = row;
	return {
		id: row.release,
		version: row.version,
		status: row.status,
		publishedAt: row.published_at,
		replaces: version === null || publishedAt === null ? null : { version, publishedAt },
		vintage: row.region_vintage
	};
}
