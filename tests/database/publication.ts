import { createHash } from 'node:crypto';
import type { Figure } from '../../analytics/contract/figure.ts';
import type { Manifest } from '../../analytics/contract/manifest.ts';
import { RegionTree } from '../../analytics/contract/region-tree.ts';
import type { PublicationContent } from '../../analytics/store/store.ts';

export const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
	{ code: 'GM1', parent: 'NL', name: "'s-Plaats", level: 'gemeente' },
	{ code: 'GM2', parent: 'NL', name: 'Een "dorp", met \\', level: 'gemeente' }
]);

export function figure(region: string, share: number | null, group: [string, string] = ['', '']): Figure {
	return {
		indicator: 'low-income',
		region,
		attribute: group[0],
		code: group[1],
		numerator: -1.25,
		numeratorSe: 2.5,
		denominator: 7_800_000.123,
		denominatorSe: 3,
		share,
		shareSe: share === null ? null : 0.015625,
		lower: share === null ? null : 0,
		upper: share === null ? null : 0.5,
		reliability: share === null ? 'X' : 'B'
	};
}

/** A small release; `marker` makes the bundle another one. */
export function publication(period: string, marker: string, figures: readonly Figure[]): PublicationContent {
	const plan = { rho: 0.05, delta: 1e-10, epsilon: 2.2, conversion: 'formula' };
	const manifest = {
		id: 'example',
		period,
		plan,
		unit: { kind: 'household', contribution: 1 },
		regionVintage: 'test',
		definitions: [{ id: 'low-income', version: '1' }],
		spec: {}
	};
	const at = { description_nl: '', description_en: '', label_nl: 'Laag inkomen', label_en: 'Low income' };
	return {
		manifest: manifest as unknown as Manifest,
		period,
		bundleHash: createHash('sha256').update(marker).digest('hex'),
		domain: { region: { name: 'region', tree, column: null }, attributes: [], tables: [] },
		figures,
		indicators: [
			{ id: 'low-income', ...at, groups: [{ attribute: 'sex', codes: [{ code: 'f', nl: 'vrouw', en: 'female' }] }] }
		],
		regions: tree.regions.map(({ code, parent, name, level }, position) => ({
			code,
			parent,
			name,
			level,
			depth: tree.depth[position]!,
			position,
			hex_q: position === 0 ? null : position,
			hex_r: position === 0 ? null : -position,
			population: 1000 * position
		})),
		signals: [
			{
				previous: '2022',
				indicator: 'low-income',
				region: 'GM1',
				change: 0.01,
				change_se: 0.02,
				p_rise: 0.69,
				is_signal: false
			}
		],
		warning: { watch: [], smallAreas: [], ranks: [], eventRisks: [], eventStudies: [], eventGroups: [], cards: [] },
		integrityP: 0.5
	};
}
