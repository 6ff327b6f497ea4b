/** Numbers that a field of the form takes, as `parseOutreach` reads them; undefined for a field that takes no number. */
export function outreachRange(name: string): { least: number; most: number } | undefined {
	if (name === 'uren') return { least: 0, most: 100_000 };
	if (name === 'leren') return { least: 0, most: 10 };
	if (name.endsWith('Uren')) return { least: 0.01, most: 1_000 };
	if (name.endsWith('Antwoord')) return { least: 0, most: 100 };
	return name.endsWith('Hoogstens') ? { least: 0, most: 100_000 } : undefined;
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
