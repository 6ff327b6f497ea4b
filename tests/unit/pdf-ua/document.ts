import type { Dict, Value } from '../read-pdf.ts';
import { isRef } from '../read-pdf.ts';
import { dictOr } from './file.ts';
import type { File, Finding } from './file.ts';

/** What the file says of itself: version, metadata, title, layers, attachments, forms, locks (06, 07, 20, 21, 25, 26, 30). */
export function document(file: File): Finding[] {
	return [version, metadata, viewer, layers, attachments, forms, locks, actions].flatMap((one) => one(file));
}

const found = (condition: string, where: string): Finding => ({ condition, where });

const version = ({ pdf }: File) => (/^1\.[0-7]$/.test(pdf.version) ? [] : [found('header', `version ${pdf.version}`)]);

function metadata({ pdf, catalogue }: File): Finding[] {
	if (!isRef(catalogue.Metadata)) return [found('06-001', 'the catalogue')];
	const { Type, Subtype } = pdf.dict(catalogue.Metadata);
	if (Type !== '/Metadata' || Subtype !== '/XML') return [found('06-001', `${String(Type)}, ${String(Subtype)}`)];
	const xml = pdf.stream(catalogue.Metadata).toString('utf8');
	if (!isWellFormed(xml)) return [found('06-001', 'its XML is broken')];
	const space = /xmlns:(\w+)="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/.exec(xml)?.[1];
	const claim = new RegExp(`<${space}:part>1</${space}:part>|\\b${space}:part="1"`);
	const title = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)<\/rdf:li>/.exec(xml)?.[1]?.trim() ?? '';
	const info = dictOr({ pdf }, pdf.trailer.Info);
	return [
		...(space === undefined || !claim.test(xml) ? [found('06-002', 'its metadata')] : []),
		...(title === '' ? [found('06-003', 'its metadata')] : []),
		...(title !== '' && pdf.get(info.Title) !== title ? [found('title', 'two titles that differ')] : [])
	];
}

/** Whether every element of a text in XML is closed in its turn, and no sign stands for itself that may not. */
function isWellFormed(xml: string): boolean {
	const open: string[] = [];
	const text = xml.replaceAll(/<\?[\s\S]*?\?>/g, '').trim();
	for (const [, close, name = '', alone] of text.matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
		if (close === '/') {
			if (open.pop() !== name) return false;
		} else if (alone !== '/') open.push(name);
	}
	const rest = text.replaceAll(/<\/?[\w:.-]+(?:\s[^<>]*?)?\/?>/g, '').replace('\ufeff', '');
	return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot|apos|#x?[\da-fA-F]+);)/.test(rest);
}

function viewer(file: File): Finding[] {
	const { DisplayDocTitle: shows } = dictOr(file, file.catalogue.ViewerPreferences);
	if (shows === undefined) return [found('07-001', 'the catalogue')];
	return shows === true ? [] : [found('07-002', 'the catalogue')];
}

function layers(file: File): Finding[] {
	if (file.pdf.get(file.catalogue.OCProperties) === null) return [];
	const all = file.pdf.dict(file.catalogue.OCProperties);
	const [first, others] = [dictOr(file, all.D), file.pdf.list(all.Configs).map((one) => file.pdf.dict(one))];
	const isNamed = ({ Name }: Dict) => typeof Name === 'string' && Name !== '';
	return [
		...(others.every(isNamed) ? [] : [found('20-001', 'a configuration of layers')]),
		...(isNamed(first) ? [] : [found('20-002', 'the first configuration of layers')]),
		...([first, ...others].some(({ AS }) => AS !== undefined) ? [found('20-003', 'a configuration of layers')] : [])
	];
}

/** All dictionaries of the file, also those inside others. */
function dictionaries({ pdf }: File): Dict[] {
	const inside = (value: Value): Dict[] => {
		if (Array.isArray(value)) return (value as readonly Value[]).flatMap(inside);
		if (typeof value !== 'object' || value === null || isRef(value)) return [];
		return [value as Dict, ...Object.values(value as Dict).flatMap(inside)];
	};
	return pdf.all.flatMap((ref) => inside(pdf.get(ref)));
}

const attachments = (file: File) =>
	dictionaries(file)
		.filter(({ EF, F, UF }) => EF !== undefined && (F === undefined || UF === undefined))
		.map(() => found('21-001', 'an embedded file'));

const forms = (file: File) => {
	const { XFA } = dictOr(file, file.catalogue.AcroForm);
	return XFA === undefined ? [] : [found('25-001', 'a form in XFA, which this check does not read')];
};

const ACCESSIBILITY = 1 << 9;

function locks(file: File): Finding[] {
	if (file.pdf.trailer.Encrypt === undefined) return [];
	const { P } = file.pdf.dict(file.pdf.trailer.Encrypt);
	if (typeof P !== 'number') return [found('26-001', 'its lock')];
	return (P & ACCESSIBILITY) === 0 ? [found('26-002', 'its lock')] : [];
}

/** Nothing happens by itself, nothing is fetched from another file, and nothing is painted that is not looked into here. */
function actions(file: File): Finding[] {
	return dictionaries(file).flatMap((one) => [
		...(one.JS !== undefined || one.OpenAction !== undefined || one.AA !== undefined
			? [found('29-001', 'a script')]
			: []),
		...(one.Subtype === '/Form' && one.Ref !== undefined ? [found('30-001', 'a picture in another file')] : []),
		...(one.Subtype === '/Form' && one.Ref === undefined ? [found('30-002', 'a form that is not looked into')] : [])
	]);
}
