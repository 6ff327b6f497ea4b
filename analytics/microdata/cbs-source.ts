import type { Attribute, Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { codedColumns, requireCodable } from '../population/coding.ts';
import type { Fact, Unit } from '../population/fact.ts';
import { facts } from '../population/facts.ts';
import { openCbsTables, type NeededTable } from './cbs-tables.ts';
import { openStapmon, servesFromStapmon } from './stapmon-source.ts';
import { GBAADRESOBJECTBUS } from './tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from './tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from './tables/gbapersoontab.ts';
import { VSLGWBTAB } from './tables/vslgwbtab.ts';

export { openCbsTables, servingFile, type CbsTables, type NeededTable } from './cbs-tables.ts';

/** Prefixes of the region columns in VSLGWBTAB, before the year of the classification. */
export const REGION_COLUMNS = { buurt: 'bc', wijk: 'wc', gemeente: 'gem' } as const;
export type RegionColumn = keyof typeof REGION_COLUMNS;

/**
 * Looks whether the folder can serve the period of the specification. Reads names and headers only.
 * @throws InputError naming the table, the column, or the place in the specification.
 */
export async function validateCbsSource(dir: string, period: string, spec: Spec, domain: Domain): Promise<void> {
	requireCbsSpec(spec, domain);
	const year = yearOf(period);
	if (servesFromStapmon(dir, year)) await openStapmon(dir, year, spec, domain);
	else await openCbsTables(dir, year, cbsNeeds(spec, domain));
}

/** @throws InputError when the period is no year */
export function yearOf(period: string): number {
	if (!/^(19|20)\d{2}$/.test(period)) throw new InputError(`period ${period}: CBS tables need a year, such as "2023".`);
	return Number(period);
}

/** The facts that the specification names, in the order of the catalogue; regions are none of them. */
export function namedFacts(domain: Domain): Fact[] {
	const named = new Set(codedColumns(domain));
	return facts.filter(({ column }) => named.has(column));
}

/** The region columns that the specification names. */
export function namedRegions(domain: Domain): RegionColumn[] {
	const named = new Set(codedColumns(domain));
	return (Object.keys(REGION_COLUMNS) as RegionColumn[]).filter((column) => named.has(column));
}

/** The tables that the specification needs: those of the population, of its regions and of the facts that it names. */
export function cbsNeeds(spec: Spec, domain: Domain): NeededTable[] {
	const needs: NeededTable[] = [GBAHUISHOUDENSBUS, GBAPERSOONTAB].map((table) => ({ table, years: [0] }));
	if (spec.source?.kind === 'cbs')
		for (const column of namedRegions(domain)) {
			const columns = [`${REGION_COLUMNS[column]}${spec.source.classification}`];
			needs.push({ table: GBAADRESOBJECTBUS, years: [0], column }, { table: VSLGWBTAB, years: [0], column, columns });
		}
	for (const fact of namedFacts(domain)) needs.push(...fact.needs.map((need) => ({ ...need, column: fact.column })));
	return needs;
}

/** @throws InputError when the specification asks for what CBS tables do not give. */
export function requireCbsSpec(spec: Spec, domain: Domain): void {
	if (spec.source?.kind !== 'cbs') throw new InputError(`${spec.id}: source.kind must be cbs to read CBS tables.`);
	if (spec.unit.contribution !== 1)
		throw new InputError(
			`${spec.id}: unit: a household or a person counts once in CBS tables; leave out contribution, or make it 1.`
		);
	requireCodable(domain);
	for (const column of codedColumns(domain)) requireColumn(column, spec.unit.kind, spec.id);
	for (const attribute of domain.attributes) requireCodes(attribute, spec.id);
}

function requireColumn(column: string, unit: Unit, id: string): void {
	if (column in REGION_COLUMNS) return;
	const fact = facts.find((known) => known.column === column);
	if (fact?.units.includes(unit)) return;
	if (fact !== undefined)
		throw new InputError(
			`${id}: attributes: column ${column} is not known of a ${unit}. Make unit.kind ${fact.units[0]}, or leave it out.`
		);
	const known = facts.filter(({ units }) => units.includes(unit)).map((one) => one.column);
	const near = [...Object.keys(REGION_COLUMNS), ...known].filter((name) => name.startsWith(column.slice(0, 3)));
	const hint =
		near.length === 0 ? 'Choose one of docs/cbs-tables.md' : `Is it ${near.join(', ')}? All are in docs/cbs-tables.md`;
	throw new InputError(`${id}: attributes: column ${column} is not known for CBS tables. ${hint}.`);
}

/** A code that no household or person can have is a slip of the pen; it would only ever count noise. */
function requireCodes({ name, codes, rule }: Attribute, id: string): void {
	if (rule.kind !== 'codes') return;
	const values = facts.find(({ column }) => column === rule.column)?.values;
	if (values === undefined || values === 'number') return;
	const strange = codes.slice(0, -1).find((code) => !values.includes(code));
	if (strange !== undefined)
		throw new InputError(
			`${id}: attributes.${name}: code ${strange} does not occur in column ${rule.column}. Choose from ${values.join(', ')}.`
		);
}
