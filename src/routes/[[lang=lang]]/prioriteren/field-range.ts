import { outreachRanges } from '$lib/outreach-ranges.ts';

/** Numbers that a field of the form takes; undefined for a field that takes none. */
export function outreachRange(name: string): { least: number; most: number } | undefined {
	const kind = /(Uren|Antwoord|Hoogstens)$/.exec(name)?.[0] ?? name;
	return new Map<string, { least: number; most: number }>(Object.entries(outreachRanges)).get(kind);
}

/** What the form calls a parameter of its address; undefined for one that it has no field for. */
export function fieldLabel(name: string, { form: m, channels }: Texts): string | undefined {
	const own = { cijfer: m.indicator, gebied: m.region, groep: m.groups, niveau: m.level };
	const rest = { uren: m.hours, eerlijk: m.fair, leren: m.learn };
	const [, channel, what] = /^(bezoek|bellen|brief)(Uren|Antwoord|Hoogstens)$/.exec(name) ?? [];
	if (channel === undefined) return { ...own, ...rest }[name];
	const names: Record<string, string> = { bezoek: channels.visit, bellen: channels.call, brief: channels.letter };
	const columns: Record<string, string> = { Uren: m.each, Antwoord: m.response, Hoogstens: m.most };
	return `${names[channel]}: ${columns[what!]}`;
}

interface Texts {
	readonly form: Record<
		'indicator' | 'region' | 'groups' | 'level' | 'hours' | 'fair' | 'learn' | 'each' | 'response' | 'most',
		string
	>;
	readonly channels: Record<'visit' | 'call' | 'letter', string>;
}
