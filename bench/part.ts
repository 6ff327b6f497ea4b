import type { Figure } from './figure.ts';

/** One section of the report: it hands over each figure as soon as it has it. */
export interface Part {
	/** As named on the command line. */
	readonly name: string;
	readonly title: string;
	figures(): AsyncIterable<Figure>;
}
