/** A chart as SVG text. */
export class Drawing {
	readonly svg: string;
	/** It stands in the page that is sent along, so its text need not be sent a second time as data. */
	readonly inPage: boolean;

	constructor(svg: string, inPage: boolean) {
		this.svg = svg;
		this.inPage = inPage;
	}
}

/**
 * What the browser holds for a drawing that stands in the page already: hydration leaves the page's own content alone, as long
 * as there is some text.
 */
export const IN_PAGE = ' ';
