/** What pdfkit's structure elements know beyond its published types. */
declare namespace PDFKit.Mixins {
	interface StructureElementOptions {
		/** Of a table's header cell: whether it heads its row or its column. */
		scope?: 'Row' | 'Column';
		/** Left, top, right and bottom in points. */
		bbox?: [number, number, number, number];
	}
}
