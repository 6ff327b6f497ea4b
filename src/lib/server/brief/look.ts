import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpacked } from './sfnt.ts';

/** Colours of a brief: the light ones of the pages, as hexadecimals; a test holds them to the stylesheet. */
export const palette = {
	surface: '#fffefb',
	ink: '#16242b',
	quiet: '#4b5a61',
	muted: '#65747b',
	line: '#dcd8cb',
	brand: '#0d5160',
	mark: '#11677c',
	warn: '#8d4a06',
	paper: '#f7f5ef'
} as const;

const files = createRequire(import.meta.url);
const fontOf = (weight: 400 | 700) =>
	unpacked(readFileSync(files.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`)));

/** The fonts that are embedded, read when the first brief is asked for: Western European letters. */
export function fonts(): Readonly<Record<Style['font'], Buffer>> {
	read ??= { regular: fontOf(400), bold: fontOf(700) };
	return read;
}
let read: Record<Style['font'], Buffer> | undefined;

export interface Style {
	readonly font: 'regular' | 'bold';
	/** Points. */
	readonly size: number;
	readonly colour: string;
}

export const styles = {
	title: { font: 'bold', size: 24, colour: palette.ink },
	heading: { font: 'bold', size: 13, colour: palette.brand },
	subheading: { font: 'bold', size: 9, colour: palette.ink },
	text: { font: 'regular', size: 9.5, colour: palette.ink },
	strong: { font: 'bold', size: 9.5, colour: palette.ink },
	small: { font: 'regular', size: 8, colour: palette.quiet },
	link: { font: 'regular', size: 8, colour: palette.brand },
	head: { font: 'bold', size: 8, colour: palette.quiet }
} as const satisfies Record<string, Style>;

/** Letters that the embedded fonts draw; an absent one would be an empty box. */
const drawn = /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2212]/u;

/** A text in letters that the fonts have: others lose their accents, and what is left becomes a question mark. */
export function printable(text: string): string {
	return [...text.normalize('NFC').replace(/\s/gu, ' ')]
		.map((letter) => (drawn.test(letter) ? letter : plain(letter)))
		.join('');
}

function plain(letter: string): string {
	const base = letter.normalize('NFD')[0] ?? '';
	return drawn.test(base) ? base : '?';
}
