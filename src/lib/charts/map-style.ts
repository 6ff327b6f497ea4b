import type { Markish } from '@observablehq/plot';
import type { Reliability } from '../../../analytics/contract/figure.ts';

/** What both maps know of a region. */
export interface MapRegion {
	readonly code: string;
	/** Name and figure in words: tooltip and name of the link. */
	readonly label: string;
	readonly href: string;
	/** Colour class 0 to 4, or null when there is no share to show. */
	readonly class: number | null;
	readonly reliability: Reliability;
}

/** The colours live in the stylesheet, so that light, dark and print each have their own. */
export function mapFill(region: MapRegion): string {
	return region.class === null ? 'var(--map-none)' : `var(--map-${region.class + 1})`;
}

export function marksUnsure(region: MapRegion): boolean {
	return region.class !== null && (region.reliability === 'C' || region.reliability === 'D');
}

export const hatchFill = 'url(#hatch)';

/** Defines the hatching laid over uncertain regions: texture says it too, not colour alone. */
export const hatch: Markish = (_index, _scales, _values, _dimensions, context) => {
	const create = (name: string, attributes: Record<string, string>) => {
		const element = context!.document.createElementNS('http://www.w3.org/2000/svg', name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
		return element;
	};
	const defs = create('defs', {}) as SVGElement;
	const pattern = create('pattern', {
		id: 'hatch',
		width: '4',
		height: '4',
		patternUnits: 'userSpaceOnUse',
		patternTransform: 'rotate(45)'
	});
	pattern.append(create('rect', { width: '1.8', height: '4', fill: 'var(--map-hatch)' }));
	defs.append(pattern);
	return defs;
};
