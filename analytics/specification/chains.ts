import { baseOf, type Attribute } from '../contract/domain.ts';
import type { Fail } from './fail.ts';

/** All groups of the same codes must fit into each other, so that they are one tree: each width divides the next. */
export function checkChains(attributes: readonly Attribute[], fail: Fail): void {
	const families = new Map<string, { name: string; span: number }[]>();
	for (const attribute of attributes) {
		if (attribute.rule.kind !== 'groups') continue;
		const { base, span } = baseOf(attributes, attribute);
		families.set(base.name, [...(families.get(base.name) ?? []), { name: attribute.name, span }]);
	}
	for (const [base, family] of families) {
		family.sort((a, b) => a.span - b.span);
		family.forEach(({ name, span }, i) => {
			const finer = family[i - 1];
			if (finer === undefined) return;
			if (span === finer.span) fail(`attributes.${name}`, `it makes the same groups of ${base} as ${finer.name}`);
			if (span % finer.span !== 0)
				fail(
					`attributes.${name}`,
					`its groups hold ${span} codes of ${base} and those of ${finer.name} ${finer.span}; let one number divide the other`
				);
		});
	}
}
