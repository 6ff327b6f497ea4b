/** What pdfkit's structure elements know beyond its published types. */
declare namespace PDFKit {
	interface PDFDocument {
		/** The font chosen last, with the text that each of its glyphs stands for. */
		readonly _font: { readonly unicode: number[][] };
	}
}

declare namespace PDFKit.Mixins {
	interface AnnotationOption {
		/** The element of the structure that holds it. */
		structParent?: PDFStructureElement;
	}
	interface StructureElementOptions {
		/** Of a table's header cell: whether it heads its row or its column. */
		scope?: 'Row' | 'Column';
		/** Left, top, right and bottom in points. */
		bbox?: [number, number, number, number];
	}
}
