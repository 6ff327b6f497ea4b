import PDFDocument from 'pdfkit';
import { briefTexts } from '../../messages/brief.ts';
import { localeOf, messagesFor } from '../../messages/index.ts';
import { stack } from './blocks.ts';
import type { Brief } from './brief.ts';
import { fit } from './fit.ts';
import { fonts, printable, styles } from './look.ts';
import { page } from './page.ts';
import { firstPage, secondPage } from './parts.ts';

type Pdf = PDFKit.PDFDocument;

/**
 * That the file is PDF/UA-1. pdfkit's own option for it also lists the glyphs of each font, without those that accents are made
 * of: a list that is there must be whole (ISO 14289-1, 7.21.4.2), and none has to be there.
 */
const CLAIM = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
	<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;

/** The sign for a letter that is not known. */
const REPLACEMENT = 0xfffd;

/**
 * A council brief as PDF/UA-1 (ISO 14289-1): two pages A4, every word and picture either in the structure that a screen reader
 * follows or marked as an ornament. The same brief gives the same bytes, whenever it is made.
 */
export function briefPdf(brief: Brief): Promise<Uint8Array<ArrayBuffer>> {
	const pdf = opened(brief);
	const written = collected(pdf);
	const root = pdf.struct('Document');
	pdf.addStructure(root);
	const pages = [firstPage, secondPage];
	for (const [i, partsOf] of pages.entries()) {
		pdf.addPage();
		stack(fit(partsOf(pdf, brief), page.room, page.gap), page.gap).draw(root, page.side, page.top);
		foot(pdf, brief, i + 1, pages.length);
	}
	root.end();
	pdf.end();
	return written;
}

function opened({ title, lang, publishedAt }: Brief): Pdf {
	const { name } = messagesFor(lang).site;
	const pdf = new PDFDocument({
		// No font of pdfkit's own: those are not embedded.
		...{ size: 'A4', margin: 0, autoFirstPage: false, font: '' },
		...{ pdfVersion: '1.7', tagged: true, displayTitle: true },
		lang: localeOf[lang],
		info: {
			// The title also stands in XML, which pdfkit writes as it is.
			Title: printable(title).replace(/[&<>]/g, ' '),
			...{ Author: name, Creator: name, Producer: 'pdfkit' },
			CreationDate: publishedAt ?? new Date(0)
		}
	});
	pdf.appendXML(CLAIM);
	for (const [font, file] of Object.entries(fonts())) {
		pdf.registerFont(font, file).font(font);
		// The glyph of an absent letter, which every font has: pdfkit says U+0000 of it, and no text may be that (7.21.7).
		pdf._font.unicode[0] = [REPLACEMENT];
	}
	return pdf;
}

function collected(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	return new Promise((resolve, reject) => {
		pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
		pdf.on('error', reject);
	});
}

/** Whose page it is, and which: read by the eye alone, since a reader of the whole knows. */
function foot(pdf: Pdf, { title, address, lang }: Brief, number: number, of: number): void {
	const { size, colour } = styles.small;
	const write = (said: string, align: 'left' | 'right', width: number) =>
		pdf.text(printable(said), page.side, page.foot, { width: page.inside, align, height: width, ellipsis: true });
	pdf.markContent('Artifact', { type: 'Pagination' });
	pdf.font('regular').fontSize(size).fillColor(colour);
	write(title.length > 40 ? address : title, 'left', size);
	write(briefTexts(lang).page(String(number), String(of)), 'right', size);
	pdf.endMarkedContent();
}
