import type { Domain, RegionAttribute } from '../contract/domain.ts';
import type { RegionTree } from '../contract/region-tree.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { amountsOf } from './amounts.ts';
import { flatAttributes } from './attributes.ts';
import { checkChains } from './chains.ts';
import type { Fail } from './fail.ts';
import { checkIndicators, checkStatistics } from './indicators.ts';
import { seriesOf } from './series.ts';
import { tablesOf } from './tables.ts';

/** Columns of the output files, beside the attributes. */
const RESERVED = ['table', 'estimate', 'se', 'noisy_count', 'noisy_sum', 'noisy_difference', 'value'];

/**
 * The public domain of a specification: attributes with their closed code lists, amounts with their bounds, and tables.
 * @throws InputError naming `file`, the place and the rule.
 */
export function publicDomain(spec: Spec, tree: RegionTree | null, file: string): Domain {
	const fail: Fail = (place, rule) => {
		throw new InputError(`${file}: ${place}: ${rule}.`);
	};
	checkNames(spec, fail);
	const region = regionOf(spec, tree, fail);
	const attributes = flatAttributes(spec, fail);
	checkChains(attributes, fail);
	const amounts = amountsOf(spec, fail);
	const series = seriesOf(spec, fail);
	const axes = {
		region,
		attributes,
		...(amounts.length === 0 ? {} : { amounts }),
		...(series === undefined ? {} : { series })
	};
	const domain = { ...axes, tables: tablesOf(spec, axes, fail) };
	checkIndicators(spec, domain, fail);
	checkStatistics(spec, domain, fail);
	return domain;
}

function checkNames(spec: Spec, fail: Fail): void {
	const taken = new Map<string, string>();
	for (const [name, rule] of Object.entries(spec.attributes)) {
		const place = `attributes.${name}`;
		const lower = name.toLowerCase();
		if (RESERVED.includes(lower) || (lower === 'region' && !('tree' in rule)))
			fail(place, 'this name is a column of the output files; choose another');
		const twin = taken.get(lower);
		if (twin !== undefined) fail(place, `its name differs from ${twin} in capitals only; choose another`);
		taken.set(lower, name);
	}
}

function regionOf(spec: Spec, tree: RegionTree | null, fail: Fail): RegionAttribute | null {
	let region: RegionAttribute | null = null;
	for (const [name, rule] of Object.entries(spec.attributes)) {
		if (!('tree' in rule)) continue;
		if (region !== null || tree === null) return fail(`attributes.${name}`, 'a release has one region tree');
		region = { name, tree: rule.column === undefined ? tree : tree.withUnknown(), column: rule.column ?? null };
	}
	return region;
}
