/** A fault to plant in a file that was made readable: what must be found, and how the text is changed. */
export interface Fault {
	readonly condition: string;
	readonly name: string;
	readonly plant: (file: string) => string;
}

/** Puts one text for another, once; the text must be there, or nothing would be planted. */
export function swap(file: string, from: string | RegExp, to: string): string {
	const changed = file.replace(from, to);
	if (changed === file) throw new Error(`nothing to change at ${String(from)}`);
	return changed;
}

/** The first object that a pattern is found in, with its text changed. */
function inObject(file: string, holds: RegExp, from: string | RegExp, to: string): string {
	const objects = file.split(/(?=^\d+ 0 obj\n)/m);
	const at = objects.findIndex((one) => holds.test(one));
	if (at === -1) throw new Error(`no object with ${String(holds)}`);
	return objects.with(at, swap(objects[at]!, from, to)).join('');
}

/** An object more, under a number that is not taken. */
function withObject(file: string, number: number, body: string): string {
	const at = file.lastIndexOf('xref\n', file.lastIndexOf('trailer'));
	return `${file.slice(0, at)}${number} 0 obj\n${body}\nendobj\n${file.slice(at)}`;
}
const NEW = 900;

const catalogue = (from: string | RegExp, to: string) => (file: string) =>
	inObject(file, /\/Type \/Catalog\n/, from, to);
const font = (from: string | RegExp, to: string) => (file: string) => inObject(file, /\/Subtype \/Type0\n/, from, to);
const glyphs = (from: string | RegExp, to: string) => (file: string) => inObject(file, /\/CIDFontType2\n/, from, to);
const texts = (from: string | RegExp, to: string) => (file: string) => inObject(file, /begincmap/, from, to);
const root = (from: string | RegExp, to: string) => (file: string) =>
	inObject(file, /\/Type \/StructTreeRoot\n/, from, to);
const link = (from: string | RegExp, to: string) => (file: string) => inObject(file, /\/Subtype \/Link\n/, from, to);
/** The element of a type that comes first in the file. */
const element = (type: string, from: string | RegExp, to: string) => (file: string) =>
	inObject(file, new RegExp(`/S /${type}\\n`), from, to);
const one = (from: string | RegExp, to: string) => (file: string) => swap(file, from, to);
const also =
	(...plants: Fault['plant'][]) =>
	(file: string) =>
		plants.reduce((text, plant) => plant(text), file);

const ARTIFACT = '/Artifact <<\n/Type /Layout\n>> BDC\n';
const lock = (permissions: string) => (file: string) =>
	withObject(
		swap(file, 'trailer\n<<\n', `trailer\n<<\n/Encrypt ${NEW} 0 R\n`),
		NEW,
		`<<\n/Filter /Standard${permissions}\n>>`
	);

type Row = readonly [condition: string, name: string, plant: Fault['plant']];
const rows: readonly Row[] = [
	['marked-content', 'a mark is not closed', one(/EMC\n(?=\nendstream)/, '')],
	['marked-content', 'a mark is closed twice', one('EMC\n', 'EMC\nEMC\n')],
	['marked-content', 'a mark opens outside a text and closes inside', one(/ET\nQ\nEMC\n/, 'EMC\nET\nQ\n')],
	['marked-content', 'a state is restored twice', one('Q\nEMC\n', 'Q\nQ\nEMC\n')],
	[
		'01-003',
		'an ornament inside tagged words',
		one('/MCID 0\n>> BDC\n', `/MCID 0\n>> BDC\n${ARTIFACT}0 0 1 1 re\nf\nEMC\n`)
	],
	[
		'01-004',
		'tagged words inside an ornament',
		one(ARTIFACT, `${ARTIFACT}/P <<\n/MCID 99\n>> BDC\n0 0 1 1 re\nf\nEMC\n`)
	],
	['01-005', 'a line without a mark', one(ARTIFACT, `0 0 1 1 re\nS\n${ARTIFACT}`)],
	['01-005', 'words that no element tells', element('H1', '/K [0]', '/K []')],
	['01-007', 'tags are suspected', one('/Marked true', '/Marked true\n/Suspects true')],
	['marked', 'the file does not say that it is tagged', one('/Marked true', '/Marked false')],
	['marked', 'there is no structure', catalogue(/\/StructTreeRoot \d+ 0 R\n/, '')],
	['structure-parent', 'an element names another parent', element('H1', /\/P \d+ 0 R/, '/P 1 0 R')],
	['structure-content', 'an element tells words that are not there', element('H1', '/K [0]', '/K [0 999]')],
	['structure-content', 'two elements tell the same words', element('H2', '/K [', '/K [0 ')],
	['structure-content', 'two marks have one number', one('/MCID 1\n', '/MCID 0\n')],
	['parent-tree', 'a page has no key', one(/\/StructParents 0\n/, '')],
	['parent-tree', 'two pages have one key', one('/StructParents 1', '/StructParents 0')],
	['parent-tree', 'owners are in another order', root(/0 \[(\d+ 0 R) (\d+ 0 R)/, '0 [$2 $1')],
	['parent-tree', 'a link has another owner', root(/2 \d+ 0 R/, '2 1 0 R')],
	['parent-tree', 'the next key is taken', root('/ParentTreeNextKey 3', '/ParentTreeNextKey 2')],
	['02-001', 'a type of nobody', element('H1', '/S /H1', '/S /Titel')],
	[
		'02-001',
		'a role that is no type',
		also(element('H1', '/S /H1', '/S /Titel'), root('/K [', '/RoleMap <<\n/Titel /Kop\n>>\n/K ['))
	],
	['02-003', 'roles in a circle', root('/K [', '/RoleMap <<\n/Titel /Kop\n/Kop /Titel\n>>\n/K [')],
	['02-004', 'another role for a type that has one', root('/K [', '/RoleMap <<\n/P /H1\n>>\n/K [')],
	['header', 'a version of PDF that the norm does not know', one('%PDF-1.7', '%PDF-2.0')],
	['06-001', 'no metadata', catalogue(/\/Metadata \d+ 0 R\n/, '')],
	['06-001', 'metadata that are no XML', one('</dc:title>', '</dc:titel>')],
	['06-002', 'no claim', one('<pdfuaid:part>1</pdfuaid:part>', '')],
	['06-002', 'a claim of another part', one('<pdfuaid:part>1<', '<pdfuaid:part>2<')],
	['06-003', 'no title', one(/<dc:title>[\s\S]*<\/dc:title>/, '')],
	['06-003', 'an empty title', one(/(<rdf:li xml:lang="x-default">)[^<]*/, '$1')],
	['title', 'two titles', one(/(<rdf:li xml:lang="x-default">)[^<]*/, '$1Iets anders')],
	['07-001', 'no word on the title', one('/DisplayDocTitle true', '')],
	['07-002', 'the name of the file for its title', one('/DisplayDocTitle true', '/DisplayDocTitle false')],
	['document', 'the whole is no document', one('/S /Document', '/S /Part')],
	['09-004', 'a cell outside a row', element('TR', '/S /TR', '/S /Sect')],
	['09-004', 'a list in a table', element('TR', '/S /TR', '/S /L')],
	['09-004', 'words of a row itself', element('TH', '/S /TH', '/S /TR')],
	['09-005', 'an item outside a list', element('L', '/S /L', '/S /Sect')],
	['09-005', 'a bullet outside an item', element('LI', '/S /LI', '/S /Sect')],
	['09-005', 'words of a list itself', element('LBody', '/S /LBody', '/S /L')],
	['09-006', 'a line of contents outside a table of contents', element('H1', '/S /H1', '/S /TOCI')],
	['09-007', 'a gloss of nothing', element('H1', '/S /H1', '/S /RB')],
	['09-008', 'a gloss between lines of nothing', element('H1', '/S /H1', '/S /WT')],
	['10-001', 'a letter without a text', texts(/<fffd> <[0-9a-f]+>/, '<fffd> <>')],
	['10-001', 'a letter that only one maker knows', texts(/<fffd> <[0-9a-f]+>/, '<fffd> <e000>')],
	['11-001', 'no language', catalogue(/\/Lang \([^)]*\)\n/, '')],
	['11-001', 'a language that is none', catalogue(/\/Lang \([^)]*\)/, '/Lang (Nederlands, denk ik)')],
	['11-001', 'a part in a language that is none', element('H1', '/S /H1', '/S /H1\n/Lang (x)')],
	['11-002', 'no language for pictures in words', catalogue(/\/Lang \([^)]*\)\n/, '')],
	['11-003', 'no language for bookmarks', catalogue(/\/Lang \([^)]*\)\n/, '')],
	['11-004', 'no language for links', catalogue(/\/Lang \([^)]*\)\n/, '')],
	['11-006', 'no language for metadata', catalogue(/\/Lang \([^)]*\)\n/, '')],
	['13-001', 'a drawing in a paragraph', one('/MCID 1\n>> BDC\n', '/MCID 1\n>> BDC\n0 0 1 1 re\nf\n')],
	['13-004', 'a picture without words', element('Figure', /\/Alt \((?:\\.|[^)\\])*\)\n/, '')],
	['13-004', 'a picture with empty words', element('Figure', /\/Alt \((?:\\.|[^)\\])*\)/, '/Alt ( )')],
	['bounding-box', 'a picture that is nowhere', element('Figure', /\/BBox \[[^\]]*\]/, '')],
	['bounding-box', 'a picture that is elsewhere', element('Figure', /\/BBox \[[^\]]*\]/, '/BBox [0 0 100 100]')],
	['17-002', 'a formula without words', element('H1', '/S /H1', '/S /Formula')],
	['14-002', 'it begins at the second level', element('H1', '/S /H1', '/S /H2')],
	['14-003', 'a level is skipped', element('H2', '/S /H2', '/S /H3')],
	['14-006', 'two headings of one element', also(element('H2', '/S /H2', '/S /H'), element('H2', '/S /H2', '/S /H'))],
	['14-007', 'headings of two kinds', element('H2', '/S /H2', '/S /H')],
	['regular', 'a row is a cell short', element('TR', /(\/K \[\d+ 0 R) \d+ 0 R/, '$1')],
	['regular', 'a cell is wider than it says', element('TD', '/S /TD', '/S /TD\n/A <<\n/O /Table\n/ColSpan 2\n>>')],
	['15-003', 'a header without a scope', element('TH', /\/Scope \/Column\n/, '')],
	['15-003', 'a header of nothing', element('TH', '/Scope /Column', '/Scope /All')],
	[
		'15-005',
		'cells without a header',
		(file) =>
			file
				.replaceAll('/Scope /Column', '/Scope /Row')
				.replaceAll('/S /TH\n/A <<\n/O /Table\n/Scope /Row\n>>\n', '/S /TD\n')
	],
	['19-003', 'a note that nobody can name', element('H1', '/S /H1', '/S /Note')],
	[
		'19-004',
		'two notes of one name',
		also(element('H1', '/S /H1', '/S /Note\n/ID (a)'), element('H2', '/S /H2', '/S /Note\n/ID (a)'))
	],
	[
		'20-001',
		'layers without a name',
		catalogue(
			'/Type /Catalog\n',
			'/Type /Catalog\n/OCProperties <<\n/OCGs []\n/D <<\n/Name (a)\n>>\n/Configs [<<\n>>]\n>>\n'
		)
	],
	[
		'20-002',
		'the first layers without a name',
		catalogue('/Type /Catalog\n', '/Type /Catalog\n/OCProperties <<\n/OCGs []\n/D <<\n>>\n>>\n')
	],
	[
		'20-003',
		'layers that show themselves',
		catalogue('/Type /Catalog\n', '/Type /Catalog\n/OCProperties <<\n/OCGs []\n/D <<\n/Name (a)\n/AS []\n>>\n>>\n')
	],
	[
		'21-001',
		'an attachment without a name',
		(file) => withObject(file, NEW, '<<\n/Type /Filespec\n/F (a)\n/EF <<\n>>\n>>')
	],
	[
		'25-001',
		'a form in XFA',
		catalogue('/Type /Catalog\n', '/Type /Catalog\n/AcroForm <<\n/Fields []\n/XFA (a)\n>>\n')
	],
	['26-001', 'a lock without a word on what is allowed', lock('')],
	['26-002', 'a lock against screen readers', lock('\n/P -1022')],
	['28-002', 'a note in the margin that is not in the structure', link('/Subtype /Link', '/Subtype /Text')],
	[
		'28-004',
		'a note in the margin without words',
		link(/\/Contents \((?:\\.|[^)\\])*\)\n\/Subtype \/Link/, '/Subtype /Text')
	],
	['28-005', 'a field without a name', link('/Subtype /Link', '/Subtype /Widget')],
	['28-006', 'a kind of nobody', link('/Subtype /Link', '/Subtype /Knop')],
	['28-007', 'a trap', link('/Subtype /Link', '/Subtype /TrapNet')],
	['28-008', 'a page without an order', inLinkPage('/Tabs /S\n', '')],
	['28-009', 'a page by rows', inLinkPage('/Tabs /S', '/Tabs /R')],
	['28-010', 'a field outside a form', link('/Subtype /Link', '/Subtype /Widget')],
	['28-011', 'a link outside the structure', one(/\/K \[(\d+) <<\n\/Type \/OBJR[^>]*>>\]/, '/K [$1]')],
	['28-011', 'a link in another element', element('Link', '/S /Link', '/S /Span')],
	['28-012', 'a link without words', link(/\/Contents \((?:\\.|[^)\\])*\)/, '/Contents ()')],
	['28-017', 'a mark for printers in the structure', link('/Subtype /Link', '/Subtype /PrinterMark')],
	['29-001', 'a script', catalogue('/Type /Catalog\n', '/Type /Catalog\n/AA <<\n>>\n')],
	['30-001', 'a picture in another file', (file) => withObject(file, NEW, '<<\n/Subtype /Form\n/Ref <<\n>>\n>>')],
	['30-002', 'a form', (file) => withObject(file, NEW, '<<\n/Subtype /Form\n>>')],
	['31-004', 'a map of glyphs that is none', glyphs('/CIDToGIDMap /Identity', '/CIDToGIDMap /Anders')],
	['31-005', 'no map of glyphs', glyphs('/CIDToGIDMap /Identity\n', '')],
	['31-006', 'a map of codes that is not there', font('/Encoding /Identity-H', '/Encoding /Eigen-H')],
	['31-009', 'a font that is not in the file', one(/\/FontFile2 \d+ 0 R\n/, '')],
	['31-009', 'a font that is broken', one(/(stream\ntrue)/, 'stream\ntrux')],
	['31-011', 'a glyph that the font has not', one(/\[<0001/, '[<0fff')],
	[
		'31-014',
		'a list of glyphs that is short',
		(file) =>
			withObject(
				swap(file, /(\/FontFile2 \d+ 0 R\n)/, `$1/CIDSet ${NEW} 0 R\n`),
				NEW,
				'<<\n/Length 1\n>>\nstream\n\u0080\nendstream'
			)
	],
	[
		'31-015',
		'a list of glyphs that is long',
		(file) =>
			withObject(
				swap(file, /(\/FontFile2 \d+ 0 R\n)/, `$1/CIDSet ${NEW} 0 R\n`),
				NEW,
				`<<\n/Length 1\n>>\nstream\n${'\u00ff'.repeat(60)}\nendstream`
			)
	],
	['31-016', "widths that are not the font's", glyphs(/\/W \[0 \[(\d+) (\d+)/, '/W [0 [$1 99')],
	['31-027', 'a font without texts', font(/\/ToUnicode \d+ 0 R\n/, '')],
	['31-028', 'a text that is nothing', texts('<fffd>', '<0000>')],
	['31-029', 'a text that is a mark of order', texts('<fffd>', '<feff>')],
	['31-030', 'a glyph for absent letters', one(/\[<0001/, '[<0000')],
	['font-kind', 'a font of another kind', font('/Subtype /Type0', '/Subtype /Type1')],
	...[
		['31-001', '(Anders)', '(Identity)', '0', 0],
		['31-002', '(Adobe)', '(Anders)', '0', 0],
		['31-003', '(Adobe)', '(Identity)', '9', 0],
		['31-007', '(Adobe)', '(Identity)', '0', 1]
	].map(([condition, registry, ordering, supplement, mode]): Row => {
		const head = `/Registry ${registry}\n/Ordering ${ordering}\n/Supplement ${supplement}`;
		return [String(condition), 'a map of codes that differs from its font', ownMap(head, `/WMode ${mode} def`)];
	}),
	[
		'31-008',
		'a map of codes that leads to another',
		ownMap('/Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0', '/Eigen-H usecmap')
	]
];

function inLinkPage(from: string, to: string): Fault['plant'] {
	return (file) => inObject(file, /\/Annots \[/, from, to);
}

/** A font with a map of codes of its own. */
function ownMap(info: string, said: string): Fault['plant'] {
	const map = `<<\n/Type /CMap\n/CIDSystemInfo <<\n${info}\n>>\n/WMode 0\n/Length 1\n>>\nstream\n${said}\nendstream`;
	return (file) => withObject(font('/Encoding /Identity-H', `/Encoding ${NEW} 0 R`)(file), NEW, map);
}

export const faults: readonly Fault[] = rows.map(([condition, name, plant]) => ({ condition, name, plant }));
