import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefPdf } from '../../src/lib/server/brief/pdf.ts';
import { brief, groups, trend } from './brief-sample.ts';
import { readPdf, Words, isRef } from './read-pdf.ts';
import type { Dict, Pdf, Value } from './read-pdf.ts';

const pdf = readPdf(await briefPdf(brief));
const catalogue = pdf.dict(pdf.trailer.Root);
const pages = pdf.list(pdf.dict(catalogue.Pages).Kids).map((page) => pdf.dict(page));

interface Node {
	readonly type: string;
	readonly dict: Dict;
	readonly children: readonly Node[];
	/** Marked content that is its own, with the page it is on. */
	readonly marks: readonly (readonly [page: number, mark: number])[];
}

function nodeOf(value: Value): Node {
	const dict = pdf.dict(value);
	const kids = pdf.list(dict.K);
	const page = isRef(dict.Pg) ? dict.Pg.ref : -1;
	return {
		type: (dict.S as string).slice(1),
		dict,
		children: kids.filter(isRef).map(nodeOf),
		marks: kids.filter((kid) => typeof kid === 'number').map((mark) => [page, mark] as const)
	};
}

const tree = pdf.list(pdf.dict(catalogue.StructTreeRoot).K).map(nodeOf);
const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
const nodes = flat(tree);
const ofType = (...types: string[]) => nodes.filter(({ type }) => types.includes(type));

describe('the file as a whole', () => {
	it('says that it is PDF/UA-1, in which language, and shows its title', () => {
		const metadata = pdf.stream(catalogue.Metadata).toString();
		expect(metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
		expect(metadata).toContain('Raadsbrief Súdwest-Fryslân');
		expect(catalogue.Lang).toBe('nl-NL');
		expect(pdf.dict(catalogue.MarkInfo).Marked).toBe(true);
		expect(pdf.dict(catalogue.ViewerPreferences).DisplayDocTitle).toBe(true);
		expect(pdf.get(pdf.dict(pdf.trailer.Info).Title)).toBe('Raadsbrief Súdwest-Fryslân');
	});

	it('has a bookmark for each heading', () => {
		const marks: Value[] = [];
		for (let at = pdf.dict(catalogue.Outlines).First; at !== undefined; at = pdf.dict(at).Next)
			marks.push(pdf.get(pdf.dict(at).Title));
		expect(marks).toHaveLength(ofType('H2').length);
		expect(marks[0]).toBe('In het kort');
	});

	it('is the same, byte for byte, whenever it is made', async () => {
		expect(Buffer.compare(await briefPdf(brief), await briefPdf(brief))).toBe(0);
	});
});

describe('the structure', () => {
	it('starts with the one title and skips no level of headings', () => {
		const levels = ofType('H1', 'H2', 'H3').map(({ type }) => Number(type.at(-1)));
		expect(levels[0]).toBe(1);
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
	});

	it('tells each picture in words, and where it is', () => {
		expect(ofType('Figure').map(({ dict }) => dict.Alt)).toEqual([trend.alt, trend.alt, groups.alt, groups.alt]);
		for (const { dict } of ofType('Figure')) expect(pdf.list(pdf.dict(dict.A).BBox)).toHaveLength(4);
	});

	it('has tables of even rows whose headers say what they head', () => {
		const tables = ofType('Table');
		expect(tables.map(({ children }) => children.length)).toEqual([5, 8]);
		for (const { children: rows } of tables) {
			const [first, ...others] = rows.map((one) => one.children);
			expect(first!.map(({ type }) => type)).toEqual(first!.map(() => 'TH'));
			for (const cells of others) {
				expect(cells).toHaveLength(first!.length);
				expect(cells.map(({ type }) => type)).toEqual(cells.map((_, c) => (c === 0 ? 'TH' : 'TD')));
			}
		}
		const scopes = ofType('TH').map(({ dict }) => pdf.dict(dict.A).Scope);
		expect(new Set(scopes)).toEqual(new Set(['/Column', '/Row']));
		expect(scopes).not.toContain(undefined);
	});

	it('has lists whose items have a bullet and a body', () => {
		for (const { children } of ofType('L')) {
			expect(children.map(({ type }) => type)).toEqual(children.map(() => 'LI'));
			for (const item of children) expect(item.children.map(({ type }) => type)).toEqual(['Lbl', 'LBody']);
		}
	});
});

const PAINTS = [' Tj', ' TJ', ' S', ' s', ' f', ' f*', ' B', ' B*', ' b', ' b*', ' Do', ' sh'];

/** What is painted on a page by the mark that it stands in, and the glyphs of its texts. */
function readPage(file: Pdf, page: Dict) {
	const words = new Words(file.stream(page.Contents).toString('latin1'));
	const marks: number[] = [];
	const glyphs: string[] = [];
	let open: 'none' | 'artifact' | 'content' = 'none';
	let operands: Value[] = [];
	for (let word = words.next(); word !== undefined; word = words.next()) {
		if (typeof word !== 'string' || !word.startsWith(' ')) {
			operands.push(word);
			continue;
		}
		if (word === ' BDC' || word === ' BMC') {
			if (open !== 'none') throw new Error('marked content inside marked content');
			open = operands[0] === '/Artifact' ? 'artifact' : 'content';
			if (open === 'content') marks.push((operands[1] as Dict).MCID as number);
		}
		if (word === ' EMC') open = 'none';
		if (PAINTS.includes(word) && open === 'none') throw new Error(`painted without a mark:${word}`);
		if (word === ' TJ') glyphs.push(...(operands[0] as Value[]).filter((part) => typeof part === 'string'));
		operands = [];
	}
	return { marks, glyphs: glyphs.flatMap((hex) => hex.match(/.{4}/g) ?? []) };
}

describe('the pages', () => {
	it('paints nothing that is neither told nor an ornament, and tells each thing once', () => {
		const refs = pdf.list(pdf.dict(catalogue.Pages).Kids).map((page) => (isRef(page) ? page.ref : -1));
		const painted = pages.flatMap((page, i) => readPage(pdf, page).marks.map((mark) => `${refs[i]} ${mark}`));
		const told = nodes.flatMap(({ marks }) => marks.map(([page, mark]) => `${page} ${mark}`));
		expect(painted.length).toBeGreaterThan(50);
		expect(told.toSorted()).toEqual(painted.toSorted());
		// A reader of the file reads in the order that the eye does.
		expect(told).toEqual(painted);
	});

	it('embeds every font, and draws no letter that a font has not', () => {
		for (const page of pages) {
			const fonts = Object.values(pdf.dict(pdf.dict(page.Resources).Font)).map((font) => pdf.dict(font));
			expect(fonts).toHaveLength(2);
			for (const font of fonts) {
				const [descendant] = pdf.list(font.DescendantFonts);
				const descriptor = pdf.dict(pdf.dict(descendant).FontDescriptor);
				expect(descriptor.FontFile2).toBeDefined();
				// A list of glyphs would have to hold those that accents are made of as well.
				expect(descriptor.CIDSet).toBeUndefined();
				expect(pdf.stream(font.ToUnicode).toString()).toContain('beginbf');
			}
			expect(readPage(pdf, page).glyphs).not.toContain('0000');
		}
	});
});

const words = fc.string({ unit: fc.constantFrom('a', 'W', 'é', 'ŧ', '漢', ' ', '&', '<', '-'), maxLength: 120 });
const lists = (most: number) => fc.array(words, { minLength: 1, maxLength: most });
const tables = (columns: number, most: number) =>
	fc
		.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: most })
		.map((rows) => ({
			...{ caption: 'De cijfers', head: rows[0]!, rows }
		}));

describe('any region', () => {
	it('has two pages, whatever there is to tell', async () => {
		const any = fc.record({
			title: words,
			place: words,
			notices: fc.array(words, { maxLength: 3 }),
			short: lists(3),
			figures: fc.option(tables(5, 25)),
			trends: fc.subarray([trend, trend]),
			rising: lists(12),
			groups: fc.subarray([groups, groups]),
			comparison: fc.option(tables(4, 12).map((one) => ({ title: 'Gebieden', lead: 'Kijk.', table: one }))),
			how: lists(20)
		});
		await fc.assert(
			fc.asyncProperty(any, async (parts) => {
				const made = readPdf(await briefPdf({ ...brief, ...parts }));
				const shown = made.list(made.dict(made.dict(made.trailer.Root).Pages).Kids);
				expect(shown).toHaveLength(2);
				for (const page of shown) expect(readPage(made, made.dict(page)).glyphs).not.toContain('0000');
			}),
			{ numRuns: 25, seed: 7 }
		);
	});

	it('is told in English too', async () => {
		const english = readPdf(await briefPdf({ ...brief, lang: 'en', title: 'Council brief Súdwest-Fryslân' }));
		expect(english.dict(english.trailer.Root).Lang).toBe('en-GB');
	});
});
