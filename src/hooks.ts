import type { Transport } from '@sveltejs/kit';
import { Drawing, IN_PAGE } from './lib/drawing.ts';

export const transport: Transport = {
	Drawing: {
		encode: (value) => value instanceof Drawing && [value.inPage ? IN_PAGE : value.markup],
		decode: ([markup]: [string]) => new Drawing(markup, markup === IN_PAGE)
	}
};
