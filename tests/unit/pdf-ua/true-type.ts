/** What the check of a PDF needs of a TrueType font: how wide each glyph is, which are drawn, and of which others they are made. */
export interface TrueType {
	readonly glyphs: number;
	/** In thousandths of the font's size. */
	widthOf(glyph: number): number;
	/** Bytes of its outline; none of a blank. */
	sizeOf(glyph: number): number;
	/** Glyphs that it is put together from. */
	partsOf(glyph: number): readonly number[];
}

const COMPOSITE = { words: 1, scale: 8, more: 32, twoScales: 64, matrix: 128 };

/** @throws when a table that every such font has is not there or too short */
export function readTrueType(file: Buffer): TrueType {
	if (file.readUInt32BE(0) !== 0x00010000 && file.toString('latin1', 0, 4) !== 'true') throw new Error('no TrueType');
	const tables = new Map<string, Buffer>();
	for (let i = 0; i < file.readUInt16BE(4); i += 1) {
		const at = 12 + 16 * i;
		const [offset, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
		if (offset + length > file.length) throw new Error('a table beyond the end of a font');
		tables.set(file.toString('latin1', at, at + 4), file.subarray(offset, offset + length));
	}
	const table = (name: string) => {
		const found = tables.get(name);
		if (found === undefined) throw new Error(`a font without its table ${name}`);
		return found;
	};
	const [head, hmtx, loca, glyf] = [table('head'), table('hmtx'), table('loca'), table('glyf')];
	const glyphs = table('maxp').readUInt16BE(4);
	const measured = table('hhea').readUInt16BE(34);
	const offsetOf = (glyph: number) =>
		head.readInt16BE(50) === 0 ? loca.readUInt16BE(2 * glyph) * 2 : loca.readUInt32BE(4 * glyph);
	const outline = (glyph: number) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1));
	return {
		glyphs,
		widthOf: (glyph) => (hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)) * 1000) / head.readUInt16BE(18),
		sizeOf: (glyph) => outline(glyph).length,
		partsOf: (glyph) => partsOf(outline(glyph))
	};
}

function partsOf(outline: Buffer): number[] {
	if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
	const parts: number[] = [];
	let [at, flags] = [10, COMPOSITE.more];
	while ((flags & COMPOSITE.more) !== 0) {
		flags = outline.readUInt16BE(at);
		parts.push(outline.readUInt16BE(at + 2));
		at += (flags & COMPOSITE.words) === 0 ? 6 : 8;
		if ((flags & COMPOSITE.scale) !== 0) at += 2;
		if ((flags & COMPOSITE.twoScales) !== 0) at += 4;
		if ((flags & COMPOSITE.matrix) !== 0) at += 8;
	}
	return parts;
}
