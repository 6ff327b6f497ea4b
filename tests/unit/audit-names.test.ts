import { plantedFaults, Rational } from 'diffprivlib-js';
import { expect, it } from 'vitest';
import { releaseFaults } from '../../analytics/audit/faults/release-faults.ts';
import { countsAndSums, series } from '../../analytics/audit/faults/targets.ts';
import { rules } from '../../analytics/audit/rules.ts';
import { auditName, placesOf } from '../../src/lib/format/audit-names.ts';

it('has a Dutch name for every fault and rule, and for releases that only the audit makes', () => {
	const names = [
		...plantedFaults(Rational.one).map(({ name }) => name),
		...releaseFaults.map(({ name }) => name),
		...Object.keys(rules),
		...[countsAndSums(), series()].map(({ spec }) => spec.id)
	];
	expect(names.filter((name) => auditName(name, 'nl').lang !== 'nl')).toEqual([]);
	expect(names.map((name) => auditName(name, 'en').text)).toEqual(names);
});

it('keeps a name that it does not know, and says that it is English', () => {
	for (const name of ['a new fault', 'constructor', 'netherlands'])
		expect(auditName(name, 'nl')).toEqual({ text: name, lang: 'en' });
});

it('tells rows of one name apart', () => {
	expect(placesOf(['a', 'b', 'a'])).toEqual([
		{ nth: 1, of: 2 },
		{ nth: 1, of: 1 },
		{ nth: 2, of: 2 }
	]);
});
