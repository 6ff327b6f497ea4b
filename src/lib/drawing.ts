/** A part of a page as text: a chart as SVG, or rows of a table as HTML. */
export class Drawing {
	readonly markup: string;
	/** It stands in the page that is sent along, so its text need not be sent a second time as data. */
	readonly inPage: boolean;

	constructor(markup: string, inPage: boolean) {
		this.markup = markup;
		this.inPage = inPage;
	}
}

/**
 * What the browser holds for a drawing that stands in the page already: hydration leaves the page's own content alone, as long
 * as there is some text.
 */
export const IN_PAGE = ' ';
