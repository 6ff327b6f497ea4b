import { failpoint } from '#faults';
import type { AuditReport } from '../contract/audit.ts';
import type { RegionTree } from '../contract/region-tree.ts';
import { openCluster, type Cluster } from '../postgres/cluster.ts';
import { guarded } from '../postgres/faults.ts';
import { transaction } from '../postgres/pool.ts';
import { hasAuditOf, saveAudit } from './audits.ts';
import { saveBundle, type BundleTexts } from './bundles.ts';
import { earlierOf, readPeriods, type Earlier } from './history.ts';
import type { PublicationContent } from './insert-release.ts';
import { lockPublishing, publishWithin, refreshStatistics, type Publication, type PublishOptions } from './publish.ts';
import { advanceReleases, listReleases, type StoredRelease } from './releases.ts';
import { baseOf, saveBoundaries, type BoundaryRow } from './trees.ts';

export type { Earlier, EarlierCounts, EarlierFigure, EarlierPeriod } from './history.ts';
export type { PublicationContent } from './insert-release.ts';
export type { Publication, Until } from './publish.ts';
export type { StoredRelease } from './releases.ts';

/** The published figures, written by the publisher. Readers get views of current releases. */
export class Store {
	readonly #cluster: Cluster;
	readonly #again: boolean;

	/** @param again what holds for publications that do not say it themselves */
	constructor(cluster: Cluster, again = false) {
		this.#cluster = cluster;
		this.#again = again;
	}

	/**
	 * Stores a release and makes it the current one of its specification and period, in one transaction: readers see the old
	 * release whole or the new one whole. The current bundle again does nothing; another one gets the next version.
	 * @throws InputError for a bundle that another one has replaced, unless with `again`
	 */
	async publish(content: PublicationContent, options: PublishOptions = {}): Promise<Publication> {
		return (await this.publishAll([content], options))[0]!;
	}

	/** The periods of a series, all in one transaction. */
	async publishAll(contents: readonly PublicationContent[], options: PublishOptions = {}): Promise<Publication[]> {
		return this.publishAfter(async () => contents, options);
	}

	/**
	 * Publishes what follows from what was published before, in one transaction with reading that: nobody else publishes or
	 * replaces anything in between.
	 * @param make must be done within ten minutes, the time that the database gives a transaction in which nothing is asked
	 */
	async publishAfter(
		make: (earlier: Earlier) => Promise<readonly PublicationContent[]>,
		options: PublishOptions = {}
	): Promise<Publication[]> {
		const published = await guarded(() =>
			transaction(this.#cluster.pool, async (client) => {
				await lockPublishing(client);
				const done: Publication[] = [];
				for (const content of await make(earlierOf(client)))
					done.push(await publishWithin(client, content, { again: this.#again, ...options }));
				if (!done.every(({ already }) => already)) await refreshStatistics(client);
				return done;
			})
		);
		await failpoint('publish-committed');
		return published;
	}

	/** Keeps the files by which readers can check a bundle, for its releases, published already or later. */
	async keepBundle(texts: BundleTexts): Promise<void> {
		await guarded(() => saveBundle(this.#cluster.pool, texts));
	}

	/** Every release with its state and history, drafts included. */
	async releases(): Promise<StoredRelease[]> {
		return guarded(() => listReleases(this.#cluster.pool));
	}

	/**
	 * Takes drafts to checked, or checked releases to published: all of them, or none.
	 * @throws InputError for a release that is not there or in another state
	 */
	async advance(ids: readonly number[], to: 'checked' | 'published'): Promise<StoredRelease[]> {
		return guarded(() => transaction(this.#cluster.pool, (client) => advanceReleases(client, ids, to)));
	}

	/** Periods with a current release, ascending. */
	async periods(spec: string): Promise<string[]> {
		return guarded(() => readPeriods(this.#cluster.pool, spec));
	}

	/** Boundaries for every release on these regions, published already or later; earlier ones of the same regions are replaced. */
	async importBoundaries(tree: RegionTree, rows: readonly BoundaryRow[]): Promise<void> {
		await guarded(() =>
			transaction(this.#cluster.pool, (client) => saveBoundaries(client, baseOf(tree.regions), rows))
		);
	}

	/**
	 * Stores the report of an audit; readers see the one that was made last. A report that is stored already does nothing.
	 * @returns false when the report was there already
	 */
	async publishAudit(report: AuditReport): Promise<boolean> {
		return guarded(() => saveAudit(this.#cluster.pool, report));
	}

	/** Is there a report of an audit of this version of the software? */
	async hasAudit(softwareVersion: string): Promise<boolean> {
		return guarded(() => hasAuditOf(this.#cluster.pool, softwareVersion));
	}

	/** URL for the web server: it can select the views of schema `published` and nothing else. */
	async readerUrl(): Promise<string> {
		return this.#cluster.readerUrl();
	}

	async close(): Promise<void> {
		await this.#cluster.close();
	}
}

/** Role that publishes: it adds releases and moves pointers, and changes nothing that is stored. */
const PUBLISHER = 'voorzicht_publisher';

/**
 * @param options `again`: publications of this session may bring replaced versions back, see `PublishOptions`
 * @throws InputError for a URL of another kind, OutsideFaultError when the database cannot be used.
 */
export async function openStore(url: string, { again }: Pick<PublishOptions, 'again'> = {}): Promise<Store> {
	return new Store(await openCluster(url, 'published', { role: PUBLISHER }), again);
}
