import { tableAttributes, type Domain, type NoisyTable } from '../contract/domain.ts';
import { UNKNOWN } from '../contract/region-tree.ts';

export interface UnknownShare {
	readonly attribute: string;
	/** Share of units without a listed value, from noisy counts alone. */
	readonly share: number;
}

const WORTH_SAYING = 0.05;

/**
 * Attributes whose "unknown" holds more than 5 % of the units, beyond three standard errors of the noise: often a code list that
 * is spelled otherwise than the data. Post-processing: it is told from the release, not from the records. Sums count nobody,
 * and the measured numbers of a series may be differences, so neither is looked at.
 */
export function unknownShares(domain: Domain, noisy: readonly NoisyTable[]): UnknownShare[] {
	if (domain.series !== undefined) return [];
	return domain.attributes.flatMap(({ name, codes }) => {
		if (codes.at(-1) !== UNKNOWN) return [];
		const table = domain.tables
			.filter(({ by, sum }) => sum === undefined && by.includes(name))
			.sort((a, b) => a.by.length - b.by.length || Number(a.level !== null) - Number(b.level !== null))[0];
		const measured = noisy.find(({ id }) => id === table?.id);
		if (table === undefined || measured === undefined) return [];
		const sizes = tableAttributes(domain, table).map((attribute) => attribute.codes.length);
		const place = table.by.indexOf(name);
		const stride = sizes.slice(place + 1).reduce((n, size) => n * size, 1);
		let unknown = 0;
		let cells = 0;
		let total = 0;
		measured.counts.forEach((count, i) => {
			total += count;
			if (Math.floor(i / stride) % codes.length !== codes.length - 1) return;
			unknown += count;
			cells += 1;
		});
		const [n = '0', d = '1'] = measured.sigma2.split('/');
		const se = Math.sqrt((cells * Number(n)) / Number(d));
		const isLarge = total > 0 && unknown - 3 * se > WORTH_SAYING * total;
		return isLarge ? [{ attribute: name, share: Math.min(1, unknown / total) }] : [];
	});
}
