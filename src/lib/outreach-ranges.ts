interface Range {
	readonly least: number;
	readonly most: number;
}

/** Numbers that the address of an outreach plan takes, with two decimals at most; the form says them, `parseOutreach` holds to them. */
export const outreachRanges = {
	/** Hours of the team. */
	uren: { least: 0, most: 100_000 },
	/** Of each channel: hours a contact, per cent that answers, most contacts. */
	Uren: { least: 0.01, most: 1_000 },
	Antwoord: { least: 0, most: 100 },
	Hoogstens: { least: 0, most: 100_000 },
	/** Per cent of the capacity that lots are drawn for. */
	leren: { least: 0, most: 10 }
} as const satisfies Record<string, Range>;
