import { Words } from '../read-pdf.ts';
import type { Value } from '../read-pdf.ts';

/** Which text each code of a font stands for (ISO 32000-1, 9.10.3). */
export function readToUnicode(cmap: string): Map<number, string> {
	const found = new Map<number, string>();
	for (const [, kind, body = ''] of cmap.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
		const values = valuesOf(body);
		if (kind === 'char')
			for (let i = 0; i + 1 < values.length; i += 2) found.set(codeOf(values[i]), textOf(values[i + 1]));
		else for (let i = 0; i + 2 < values.length; i += 3) range(found, values[i], values[i + 1], values[i + 2]!);
	}
	return found;
}

function range(found: Map<number, string>, first: Value | undefined, last: Value | undefined, to: Value): void {
	const from = codeOf(first);
	for (let code = from; code <= codeOf(last); code += 1) {
		if (Array.isArray(to)) found.set(code, textOf((to as readonly Value[])[code - from]));
		else {
			const start = textOf(to);
			const end = String.fromCharCode(start.charCodeAt(start.length - 1) + code - from);
			found.set(code, start.slice(0, -1) + end);
		}
	}
}

function valuesOf(body: string): Value[] {
	const words = new Words(body);
	const values: Value[] = [];
	for (let value = words.next(); value !== undefined; value = words.next()) values.push(value);
	return values;
}

const codeOf = (hex: Value | undefined) => Number.parseInt(String(hex), 16);
const textOf = (hex: Value | undefined) =>
	new TextDecoder('utf-16be', { ignoreBOM: true }).decode(Buffer.from(String(hex).replaceAll(/\s/g, ''), 'hex'));
