import type { Panel } from '../../panel.ts';
import { columnsOf } from '../../series/columns.ts';
import type { World } from './world.ts';

/** An invented world as the series of a level of regions, `GM0001` and on. */
export function worldPanel({ input }: World): Panel {
	const columns = columnsOf(input);
	const number = (n: number, digits: number) => String(n).padStart(digits, '0');
	return {
		indicator: 'invented',
		attribute: '',
		code: '',
		level: 'gemeente',
		freq: input.freq,
		periods: columns.count[0] === undefined ? [] : Array.from(columns.count[0], (_, t) => number(t, 3)),
		regions: columns.count.map((_, i) => `GM${number(i + 1, 4)}`),
		...columns
	};
}
