import type { Amount } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import type { Fail } from './fail.ts';

/** The amounts of a specification; their bounds are public and come from nowhere else. */
export function amountsOf(spec: Spec, fail: Fail): Amount[] {
	const taken = new Map<string, string>();
	return Object.entries(spec.amounts ?? {}).map(([name, { column, from, to }]) => {
		const place = `amounts.${name}`;
		if (spec.source?.kind === 'cbs') fail(place, 'CBS tables are read without amounts; leave amounts out');
		const twin = taken.get(name.toLowerCase());
		if (twin !== undefined) fail(place, `its name differs from ${twin} in capitals only; choose another`);
		taken.set(name.toLowerCase(), name);
		return { name, column, from, to };
	});
}
