import type { CharacteristicDefinition } from '../contract/definition.ts';
import type { Text } from '../contract/spec.ts';
import type { Fact } from './fact.ts';

/** A characteristic that figures are broken down by: what it is, in words, and its column. */
export interface Characteristic extends CharacteristicDefinition {
	readonly facts: readonly [Fact];
}

/** Names of codes, in Dutch and in English. */
export function words(codes: Record<string, readonly [nl: string, en: string]>): Readonly<Record<string, Text>> {
	return Object.fromEntries(Object.entries(codes).map(([code, [nl, en]]) => [code, { nl, en }]));
}
