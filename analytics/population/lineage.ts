import type { Spec } from '../contract/spec.ts';

/**
 * The population that a release draws on: all its revisions, deliveries, periods and region classifications share one budget. CBS
 * tables are about one population; a file is its own population unless the specification names another.
 * @param home real path of the file
 */
export function lineageOf({ source }: Pick<Spec, 'source'>, home: string): string {
	return source?.kind === 'cbs' ? 'nederland' : (source?.lineage ?? home);
}
