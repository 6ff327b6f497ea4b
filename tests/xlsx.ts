import { inflateRawSync } from 'node:zlib';

type Cell = string | number | null;

/** The sheets of a spreadsheet by name, each as rows of cells; formulas are refused. */
export function readXlsx(bytes: Uint8Array): Map<string, Cell[][]> {
	const parts = unzip(Buffer.from(bytes));
	const strings = [...all(part(parts, 'xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs)].map(([, si]) =>
		unescaped([...all(si!, /<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))
	);
	const names = [...all(part(parts, 'xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
	return new Map(
		names.map((name, i) => [unescaped(name), rowsOf(part(parts, `xl/worksheets/sheet${i + 1}.xml`), strings)])
	);
}

function rowsOf(xml: string, strings: readonly string[]): Cell[][] {
	if (/<f[ >]/.test(xml)) throw new Error('a cell holds a formula');
	return [...all(xml, /<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, inner]) => {
		const row: Cell[] = [];
		for (const [, attributes, content] of all(inner ?? '', /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
			const value = /<v>(.*?)<\/v>/s.exec(content ?? '')?.[1];
			const column = /r="([A-Z]+)\d+"/.exec(attributes!)![1]!;
			const isText = /t="s"/.test(attributes!);
			row[columnOf(column)] = value === undefined ? null : isText ? strings[Number(value)]! : Number(value);
		}
		return Array.from(row, (cell) => cell ?? null);
	});
}

/** A is 0, Z is 25, AA is 26. */
const columnOf = (letters: string) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const all = (text: string, pattern: RegExp) => text.matchAll(pattern);

function part(parts: ReadonlyMap<string, string>, name: string): string {
	const found = parts.get(name);
	if (found === undefined) throw new Error(`no ${name} in the file`);
	return found;
}

function unescaped(text: string): string {
	const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
	return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name]!);
}

/** Texts of the files in a zip, by the list at its end. */
function unzip(file: Buffer): Map<string, string> {
	const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	const found = new Map<string, string>();
	let at = file.readUInt32LE(end + 16);
	for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
		const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
			number,
			number,
			number
		];
		const name = file.toString('utf8', at + 46, at + 46 + nameLength);
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const body = file.subarray(start, start + size);
		found.set(name, (method === 8 ? inflateRawSync(body) : body).toString('utf8'));
		at += 46 + nameLength + extra + comment;
	}
	return found;
}
