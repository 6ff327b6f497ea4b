import type { Series } from '../contract/domain.ts';
import { periodName } from '../contract/spec-words.ts';
import type { Spec } from '../contract/spec.ts';
import type { Fail } from './fail.ts';

/** Beyond, the price of a plan would take seconds and come near 2^53. */
const MOST_PERIODS = 1_000;

/** The series of periods that a specification measures, or undefined: at most one. */
export function seriesOf(spec: Spec, fail: Fail): Series | undefined {
	let series: Series | undefined;
	for (const [name, rule] of Object.entries(spec.attributes)) {
		if (!('series' in rule) || rule.series === undefined) continue;
		const place = `attributes.${name}`;
		if (series !== undefined) fail(place, `a release has one series, and ${series.attribute} is one already`);
		if (rule.codes.length < 2) fail(`${place}.codes`, 'a series has at least two periods');
		if (rule.codes.length > MOST_PERIODS) fail(`${place}.codes`, `a series has at most ${MOST_PERIODS} periods`);
		const unnamed = rule.codes.find((code) => !periodName.safeParse(code).success);
		if (unnamed !== undefined)
			fail(
				`${place}.codes`,
				`${unnamed} cannot name a period; use short names in capitals and digits, such as 2023-01`
			);
		if (rule.codes.some((code, i) => i > 0 && code <= rule.codes[i - 1]!))
			fail(`${place}.codes`, 'periods come in order, and their names sort in that order, such as 2023-01, 2023-02');
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
