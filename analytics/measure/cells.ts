import { tableAttributes, tableRegions, type Domain, type Table } from '../contract/domain.ts';

/** How far apart two neighbouring codes of each axis of a table lie: regions first, the last attribute varying fastest. */
export function cellStrides(domain: Domain, table: Table): number[] {
	const sizes = tableAttributes(domain, table).map((attribute) => attribute.codes.length);
	const regions = tableRegions(domain, table);
	if (regions !== null) sizes.unshift(regions.length);
	const strides: number[] = [];
	let stride = 1;
	for (const size of sizes.toReversed()) {
		strides.unshift(stride);
		stride *= size;
	}
	return strides;
}
