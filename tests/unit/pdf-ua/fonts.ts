import { isRef } from '../read-pdf.ts';
import type { Dict, Pdf, Value } from '../read-pdf.ts';
import { dictOr } from './file.ts';
import type { File, Finding } from './file.ts';
import { readToUnicode } from './to-unicode.ts';
import { readTrueType } from './true-type.ts';
import type { TrueType } from './true-type.ts';

/** Codes of texts as hexadecimals, four to each. */
const DIGITS = 4;
/** Thousandths of a font's size by which two widths may differ. */
const WIDTH = 1;

interface Used {
	readonly name: string;
	readonly dict: Dict;
	readonly codes: ReadonlySet<number>;
	readonly visible: boolean;
}

/** Every letter shown is embedded, as wide as said, and known as text (checkpoints 10 and 31); fonts of other kinds are refused. */
export function fonts(file: File): Finding[] {
	return used(file).flatMap((font) =>
		conditionsOf(file.pdf, font).map((condition) => ({ condition, where: `font ${font.name}` }))
	);
}

/** Fonts of the texts of all pages, with the codes that are shown in each. */
function used(file: File): Used[] {
	const found = new Map<string, { dict: Dict; codes: Set<number>; visible: boolean }>();
	for (const { dict, content } of file.pages) {
		const named = dictOr(file, file.pdf.dict(dict.Resources).Font);
		for (const { kind, font, codes, visible } of content.shown) {
			if (kind !== 'text') continue;
			const at = named[font];
			const key = isRef(at) ? String(at.ref) : font;
			const one = found.get(key) ?? { dict: file.pdf.dict(at), codes: new Set<number>(), visible: false };
			for (const code of codes.match(new RegExp(`.{1,${DIGITS}}`, 'g')) ?? []) one.codes.add(Number.parseInt(code, 16));
			found.set(key, { ...one, visible: one.visible || visible });
		}
	}
	return [...found].map(([name, one]) => ({ name, ...one }));
}

function conditionsOf(pdf: Pdf, { dict, codes, visible }: Used): string[] {
	const [descendant] = pdf.list(dict.DescendantFonts);
	if (dict.Subtype !== '/Type0' || descendant === undefined) return ['font-kind'];
	const cid = pdf.dict(descendant);
	if (cid.Subtype !== '/CIDFontType2') return ['font-kind'];
	const encoding = encodingOf(pdf, dict, cid);
	const text = textOf(pdf, dict, codes);
	const map = pdf.get(cid.CIDToGIDMap);
	const identity = map === '/Identity' ? [] : [cid.CIDToGIDMap === undefined ? '31-005' : '31-004'];
	const descriptor = pdf.dict(cid.FontDescriptor);
	if (!isRef(descriptor.FontFile2)) return [...encoding, ...text, ...identity, ...(visible ? ['31-009'] : [])];
	try {
		const program = readTrueType(pdf.stream(descriptor.FontFile2));
		return [...encoding, ...text, ...identity, ...programOf({ pdf, dict, cid, descriptor, program, codes })];
	} catch {
		return [...encoding, ...text, ...identity, '31-009'];
	}
}

/** A code of two bytes is the glyph's number itself, or a map that is embedded says which it is; the latter is refused. */
function encodingOf(pdf: Pdf, { Encoding }: Dict, { CIDSystemInfo }: Dict): string[] {
	if (Encoding === '/Identity-H' || Encoding === '/Identity-V') return [];
	if (!isRef(Encoding)) return ['31-006'];
	const head = pdf.dict(Encoding);
	const map = pdf.stream(Encoding).toString('latin1');
	const [own, font] = [pdf.dict(head.CIDSystemInfo), pdf.dict(CIDSystemInfo)];
	const mode = /\/WMode\s+(\d)\s+def/.exec(map)?.[1] ?? '0';
	return [
		...(own.Registry === font.Registry ? [] : ['31-001']),
		...(own.Ordering === font.Ordering ? [] : ['31-002']),
		...((font.Supplement as number) < (own.Supplement as number) ? ['31-003'] : []),
		...(String(head.WMode ?? 0) === mode ? [] : ['31-007']),
		...(head.UseCMap === undefined && !map.includes('usecmap') ? [] : ['31-008']),
		'font-kind'
	];
}

const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;

function textOf(pdf: Pdf, { ToUnicode }: Dict, codes: ReadonlySet<number>): string[] {
	if (!isRef(ToUnicode)) return ['31-027'];
	const texts = readToUnicode(pdf.stream(ToUnicode).toString('latin1'));
	const all = [...texts.values()].join('');
	const isUnread = [...codes].some((code) => (texts.get(code) ?? '') === '' || PRIVATE.test(texts.get(code)!));
	return [
		...(all.includes('\0') ? ['31-028'] : []),
		...(/[\ufeff\ufffe]/.test(all) ? ['31-029'] : []),
		...(isUnread ? ['10-001'] : [])
	];
}

interface Programmed {
	readonly pdf: Pdf;
	readonly dict: Dict;
	readonly cid: Dict;
	readonly descriptor: Dict;
	readonly program: TrueType;
	readonly codes: ReadonlySet<number>;
}

function programOf({ pdf, dict, cid, descriptor, program, codes }: Programmed): string[] {
	const there = [...codes].filter((code) => code < program.glyphs);
	const widths = widthsOf(pdf, cid);
	const isOff = (code: number) => Math.abs((widths.get(code) ?? defaultOf(cid)) - program.widthOf(code)) > WIDTH;
	const texts = isRef(dict.ToUnicode)
		? readToUnicode(pdf.stream(dict.ToUnicode).toString('latin1'))
		: new Map<number, string>();
	const isBlank = (code: number) => program.sizeOf(code) === 0 && (texts.get(code) ?? '').trim() !== '';
	return [
		...(codes.has(0) ? ['31-030'] : []),
		...(there.length < codes.size || there.some(isBlank) ? ['31-011'] : []),
		...(there.some(isOff) ? ['31-016'] : []),
		...listed(pdf, descriptor, program)
	];
}

const defaultOf = ({ DW }: Dict) => (typeof DW === 'number' ? DW : 1000);

/** Widths by code, in the two ways that they may be written (ISO 32000-1, 9.7.4.3). */
function widthsOf(pdf: Pdf, { W }: Dict): Map<number, number> {
	const widths = new Map<number, number>();
	const said = pdf.list(W).map((one) => pdf.get(one));
	for (let i = 0; i < said.length;) {
		const [first, next] = [said[i] as number, said[i + 1]!];
		if (Array.isArray(next)) {
			for (const [at, width] of (next as readonly Value[]).entries()) widths.set(first + at, pdf.get(width) as number);
			i += 2;
		} else {
			for (let code = first; code <= (next as number); code += 1) widths.set(code, said[i + 2] as number);
			i += 3;
		}
	}
	return widths;
}

/** A list of glyphs, where there is one, names all that the font has and no others. */
function listed(pdf: Pdf, { CIDSet }: Dict, program: TrueType): string[] {
	if (CIDSet === undefined) return [];
	const bits = pdf.stream(CIDSet);
	const isListed = (glyph: number) => ((bits[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;
	const beyond = Array.from({ length: bits.length * 8 }, (_, glyph) => glyph).slice(program.glyphs);
	const all = Array.from({ length: program.glyphs }, (_, glyph) => glyph);
	return [...(all.every(isListed) ? [] : ['31-014']), ...(beyond.some(isListed) ? ['31-015'] : [])];
}
