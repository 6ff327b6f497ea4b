import type { Series } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import type { Fail } from './fail.ts';

/** The series of periods that a specification measures, or undefined: at most one. */
export function seriesOf(spec: Spec, fail: Fail): Series | undefined {
	let series: Series | undefined;
	for (const [name, rule] of Object.entries(spec.attributes)) {
		if (!('series' in rule) || rule.series === undefined) continue;
		const place = `attributes.${name}`;
		if (series !== undefined) fail(place, `a release has one series, and ${series.attribute} is one already`);
		if (rule.codes.length < 2) fail(`${place}.codes`, 'a series has at least two periods');
		series = { attribute: name, spells: rule.series.spells };
	}
	if (series === undefined) return undefined;
	const { source, unit } = spec;
	if (source !== undefined && (source.kind !== 'table' || source.unit === undefined))
		fail(
			'source',
			'a series follows units from period to period; name the column of the unit in a source of kind table'
		);
	if (unit.contribution !== 1)
		fail('unit.contribution', 'in a series each unit has at most one row per period; leave contribution out');
	return series;
}
