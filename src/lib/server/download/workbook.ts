import { turns } from '../turns.ts';
import { zip } from './zip.ts';

export type Cell = string | number | null;

export interface Sheet {
	readonly name: string;
	/** In characters. */
	readonly widths: readonly number[];
	readonly rows: Iterable<readonly Cell[]>;
	/** How a cell looks, by its row and column. */
	readonly style: (row: number, column: number) => Style;
	/** Whether its first row stays in sight. */
	readonly hasHead: boolean;
}

/** Places in the list of looks below. */
export type Style = 0 | 1 | 2;
export const PLAIN: Style = 0;
export const BOLD: Style = 1;
export const WRAPPED: Style = 2;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Letters that a piece of text has before it is packed. */
const PIECE = 1 << 16;

/**
 * Sheets as a spreadsheet (ECMA-376, part 1), a few rows at a time: other visitors do not wait for a long one. Texts are text
 * cells, which no spreadsheet reads as a formula.
 */
export function workbook(sheets: readonly Sheet[], { title, lang }: { title: string; lang: string }) {
	const texts = new Map<string, number>();
	const parts = sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text: sheetXml(sheet, texts) }));
	const core = `<dc:title>${escaped(title)}</dc:title><dc:language>${lang}</dc:language>`;
	return zip([
		{ name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
		{ name: '_rels/.rels', text: [relations([`${OFFICE}/officeDocument`, 'xl/workbook.xml'], CORE)] },
		{
			name: 'docProps/core.xml',
			text: [
				`${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`
			]
		},
		{ name: 'xl/workbook.xml', text: [workbookXml(sheets)] },
		{ name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length)] },
		{ name: 'xl/styles.xml', text: [STYLES] },
		...parts,
		// After the sheets, whose texts it holds.
		{ name: 'xl/sharedStrings.xml', text: sharedXml(texts) }
	]);
}

async function* sheetXml({ widths, rows, style, hasHead }: Sheet, texts: Map<string, number>): AsyncGenerator<string> {
	const turn = turns();
	const pane = hasHead ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
	const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
	const letters = widths.map((_, i) => lettersOf(i));
	let xml = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
	xml += `<cols>${columns.join('')}</cols><sheetData>`;
	let r = 0;
	for (const row of rows) {
		r += 1;
		xml += `<row r="${r}">`;
		for (const [c, value] of row.entries()) {
			if (value === null || value === '') continue;
			const look = style(r - 1, c);
			xml += `<c r="${letters[c]}${r}"${look === PLAIN ? '' : ` s="${look}"`}`;
			xml += typeof value === 'number' ? `><v>${value}</v></c>` : ` t="s"><v>${placeOf(value, texts)}</v></c>`;
		}
		xml += '</row>';
		if (xml.length > PIECE) {
			yield xml;
			xml = '';
		}
		const others = turn();
		if (others !== undefined) await others;
	}
	yield `${xml}</sheetData></worksheet>`;
}

/** Place of a text among all texts, each of which is stored once. */
function placeOf(text: string, texts: Map<string, number>): number {
	const place = texts.get(text) ?? texts.size;
	if (place === texts.size) texts.set(text, place);
	return place;
}

function* sharedXml(texts: ReadonlyMap<string, number>): Generator<string> {
	yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">`;
	let xml = '';
	for (const text of texts.keys()) {
		xml += `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
		if (xml.length < PIECE) continue;
		yield xml;
		xml = '';
	}
	yield `${xml}</sst>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function lettersOf(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text in XML 1.0, without the signs that it cannot hold. */
function escaped(text: string): string {
	const allowed = text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
	return allowed.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

type Relation = readonly [type: string, target: string];
const CORE: Relation = [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'];

function relations(...all: readonly Relation[]): string {
	const each = all.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
	return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function workbookRelations(sheets: number): string {
	const each = numbers(sheets).map((n): Relation => [`${OFFICE}/worksheet`, `worksheets/sheet${n}.xml`]);
	return relations(...each, [`${OFFICE}/styles`, 'styles.xml'], [`${OFFICE}/sharedStrings`, 'sharedStrings.xml']);
}

function workbookXml(sheets: readonly Sheet[]): string {
	const each = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
	return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

function contentTypes(sheets: number): string {
	const kinds = [
		['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
		['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
		['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
		['/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`],
		...numbers(sheets).map((n) => [`/xl/worksheets/sheet${n}.xml`, `${SPREADSHEET}.worksheet+xml`])
	];
	const each = kinds.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
	const defaults =
		'<Default Extension="xml" ContentType="application/xml"/>' +
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
	return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${each.join('')}</Types>`;
}

/** Looks of cells, in the order of their numbers: as they are; bold and wrapped; wrapped. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
