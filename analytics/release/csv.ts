const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One field as RFC 4180 has it: quoted only where it must be, so that equal tables have equal bytes. */
export function csvField(text: string): string {
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(fields: readonly (string | number)[]): string {
	return `${fields.map((field) => csvField(String(field))).join(',')}\n`;
}
