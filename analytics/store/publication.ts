import { catalogue, codeLabels } from '../contract/catalogue.ts';
import type { Domain } from '../contract/domain.ts';
import type { IndicatorView } from '../contract/published.ts';
import { UNKNOWN } from '../contract/region-tree.ts';
import type { IndicatorSpec, Spec, Text } from '../contract/spec.ts';
import { hexTiles } from '../regions/hex-tiles.ts';
import { gemeenten, population2024 } from '../regions/nederland.ts';
import type { IndicatorRow } from './insert-release.ts';
import type { RegionRow } from './trees.ts';

const UNKNOWN_TEXT: Text = { nl: 'onbekend', en: 'unknown' };

/** The indicators of a release as the dashboard shows them: texts of the specification, else of the catalogue, else the id. */
export function indicatorRows(spec: Spec, domain: Domain): IndicatorRow[] {
	return (spec.indicators ?? []).map((indicator) => {
		const known = catalogue.find((definition) => definition.id === indicator.id);
		const label = indicator.label ?? known?.label ?? { nl: indicator.id, en: indicator.id };
		const description = indicator.description ?? known?.description ?? { nl: '', en: '' };
		return {
			id: indicator.id,
			label_nl: label.nl,
			label_en: label.en,
			description_nl: description.nl,
			description_en: description.en,
			groups: groupsOf(indicator, spec, domain)
		};
	});
}

function groupsOf(indicator: IndicatorSpec, spec: Spec, domain: Domain): IndicatorView['groups'] {
	return (indicator.groups ?? []).map((attribute) => {
		const { codes = [], rule } = domain.attributes.find(({ name }) => name === attribute) ?? {};
		const known = spec.source?.kind === 'cbs' && rule?.kind === 'codes' ? codeLabels(rule.column) : {};
		const labels = { ...known, ...spec.labels?.[attribute] };
		return {
			attribute,
			codes: codes.map((code) => {
				const text = labels[code] ?? (code === UNKNOWN ? UNKNOWN_TEXT : { nl: code, en: code });
				return { code, nl: text.nl, en: text.en };
			})
		};
	});
}

/** A degree to the east is this much shorter than a degree to the north, in the middle of the Netherlands. */
const SHRINK = Math.cos((52.2 * Math.PI) / 180);

/**
 * The regions of a release with their place on the map and their inhabitants, which only the municipalities of today have: on an
 * older classification a code can be of another area.
 */
export function regionRows(domain: Domain): RegionRow[] {
	const tree = domain.region?.tree;
	if (tree === undefined) return [];
	const onMap = gemeenten.every(({ code }) => tree.find(code) !== undefined) ? gemeenten : [];
	const tiles = hexTiles(onMap.map(({ code, longitude, latitude }) => ({ code, x: longitude * SHRINK, y: latitude })));
	return tree.regions.map(({ code, parent, name, level }, position) => {
		const tile = tiles.get(code);
		return {
			code,
			parent,
			name,
			level,
			depth: tree.depth[position]!,
			position,
			hex_q: tile?.q ?? null,
			hex_r: tile?.r ?? null,
			population: onMap.length > 0 ? (population2024.get(code) ?? null) : null
		};
	});
}
