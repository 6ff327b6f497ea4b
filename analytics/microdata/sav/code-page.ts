/** How the texts of a file are written. */
export type CodePage = 'utf-8' | 'windows-1252';

/** Code pages by the names and numbers that programs give them; latin 1 is read as the code page that holds it. */
const NAMES: Readonly<Record<string, CodePage>> = {
	utf8: 'utf-8',
	cp65001: 'utf-8',
	'65001': 'utf-8',
	windows1252: 'windows-1252',
	cp1252: 'windows-1252',
	'1252': 'windows-1252',
	iso88591: 'windows-1252',
	latin1: 'windows-1252',
	cp28591: 'windows-1252',
	'28591': 'windows-1252',
	ascii: 'windows-1252',
	usascii: 'windows-1252',
	ansix341968: 'windows-1252',
	'20127': 'windows-1252',
	// Seven or eight bits, without a code page.
	'2': 'windows-1252',
	'3': 'windows-1252'
};

/** The code page of a name or number, or null when it is none that is read. */
export function codePageOf(name: string): CodePage | null {
	return NAMES[name.toLowerCase().replace(/[^a-z0-9]/g, '')] ?? null;
}

/** The characters of Windows-1252 that latin 1 has elsewhere, or not at all, by code point. */
const BEYOND_LATIN_1 = new Map(
	Array.from({ length: 32 }, (_, i) => 0x80 + i).map((byte) => [
		new TextDecoder('windows-1252').decode(Uint8Array.of(byte)).codePointAt(0)!,
		byte
	])
);

/** The bytes of a text, or null when the code page lacks a character of it. */
export function encodeText(text: string, codePage: CodePage): Buffer | null {
	if (codePage === 'utf-8') return Buffer.from(text, 'utf8');
	const bytes = Buffer.alloc(text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : BEYOND_LATIN_1.get(code);
		if (byte === undefined) return null;
		bytes[i] = byte;
	}
	return bytes;
}
