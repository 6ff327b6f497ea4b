import { inflateSync } from 'node:zlib';

/** Objects of a file as text, with every stream unpacked. */
const OBJECTS = /(\d+) 0 obj\n([\s\S]*?)\nendobj\n/g;

/** A file as text that can be read and edited: streams are unpacked. */
export function unpacked(bytes: Uint8Array): string {
	return Buffer.from(bytes)
		.toString('latin1')
		.replaceAll(OBJECTS, (whole, number: string, body: string) => {
			const [, head = '', data] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
			if (data === undefined || !head.includes('/FlateDecode')) return whole;
			const plain = inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
			return `${number} 0 obj\n${head.replace('/Filter /FlateDecode\n', '')}\nstream\n${plain}\nendstream\nendobj\n`;
		});
}

/** A text that was edited as a file again: lengths of streams and places of objects are made right. */
export function packed(text: string): Uint8Array {
	const end = text.lastIndexOf('xref\n', text.lastIndexOf('trailer'));
	const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'));
	let file = text.slice(0, text.search(/\d+ 0 obj\n/));
	const places: number[] = [];
	for (const [, number, body = ''] of text.slice(0, end).matchAll(OBJECTS)) {
		places[Number(number)] = file.length;
		const [, head, data] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
		const sized =
			data === undefined
				? body
				: `${head!.replace(/\/Length \d+/, `/Length ${data.length}`)}\nstream\n${data}\nendstream`;
		file += `${number} 0 obj\n${sized}\nendobj\n`;
	}
	const entries = Array.from(places, (at) =>
		at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`
	);
	const sized = trailer.replace(/\/Size \d+/, `/Size ${places.length}`);
	return Buffer.from(
		`${file}xref\n0 ${places.length}\n${entries.join('')}${sized}startxref\n${file.length}\n%%EOF\n`,
		'latin1'
	);
}
