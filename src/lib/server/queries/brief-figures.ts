import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

interface Asked {
	readonly specs: readonly string[];
	readonly region: string;
	/** What the region is compared with. */
	readonly compared: string | undefined;
	/** Of these groups, in these periods. */
	readonly attributes: readonly string[];
	readonly periods: readonly string[];
}

/** Figures that a brief is made of: everyone together in every period, and groups of the region itself in the latest one. */
export function briefFigures(db: Published, { specs, region, compared, attributes, periods }: Asked) {
	if (specs.length === 0) return Promise.resolve([]);
	const regions = compared === undefined ? [region] : [region, compared];
	return db
		.selectFrom('published.figure')
		.where('spec', 'in', specs)
		.where('region', 'in', regions)
		.where((eb) => {
			const everyone = eb('attribute', '=', '');
			if (attributes.length === 0) return everyone;
			const groups = eb.and([
				eb('region', '=', region),
				eb('period', 'in', periods),
				eb('attribute', 'in', attributes)
			]);
			return eb.or([everyone, groups]);
		})
		.select(figureColumns)
		.execute();
}
