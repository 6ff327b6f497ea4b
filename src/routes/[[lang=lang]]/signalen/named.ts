import { attributeName } from '$lib/format/attribute-name.ts';
import { codeName } from '$lib/format/names.ts';
import type { SignalKey } from '$lib/follow-up/entry.ts';
import type { Lang } from '$lib/messages/index.ts';

interface Found {
	readonly spec: string;
	readonly indicator: string;
	readonly attribute: string;
	readonly code: string;
	readonly region: string;
	readonly period: string;
	readonly opened: string | null;
}

/** What makes it the same signal in the next publication. */
export function signalKey({ spec, indicator, attribute, code, region, period, opened }: Found): SignalKey {
	const group = attribute === '' ? '' : `${attribute}.${code}`;
	return { figure: `${spec}.${indicator}`, group, region, since: opened ?? period };
}

interface Subject {
	readonly region_name: string;
	readonly label: string;
	readonly group: { readonly attribute: string; readonly name: string } | null;
}

/** What a signal is about: "Schulden, Leeftijd: 65 of ouder". */
export function subjectOf({ label, group }: Omit<Subject, 'region_name'>, lang: Lang): string {
	return group === null ? label : `${label}, ${attributeName(group.attribute, lang)}: ${codeName(group.name, lang)}`;
}

/** A signal by its name: "Utrecht, Schulden". */
export function signalName(signal: Subject, lang: Lang): string {
	return `${signal.region_name}, ${subjectOf(signal, lang)}`;
}
