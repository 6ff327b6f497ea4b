import { plainSvg } from './plain-svg.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 720;
const MARGIN = 24;
const FONT = "'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const TITLE = { size: 18, weight: '600', line: 24 };
const SMALL = { size: 13, weight: '400', line: 18 };
const SWATCH = 28;

/** A picture that can go into a report: it says itself what it shows and where it comes from. */
export interface Picture {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
}

export interface Words {
	readonly title: string;
	/** What stands below the drawing: how to read it, its source, the date. */
	readonly lines: readonly string[];
}

/** The drawing of a figure with its title, its legend and the words below it, in the colours of the page. */
export function pictureOf(figure: HTMLElement, { title, lines }: Words): Picture | null {
	const drawing = figure.querySelector<SVGSVGElement>('.drawing svg');
	if (drawing === null) return null;
	const page = getComputedStyle(figure);
	const colour = page.color;
	const picture = create('svg', { xmlns: SVG, 'font-family': FONT, fill: colour });
	let y = MARGIN;
	const write = (text: string, style: typeof TITLE) => {
		for (const line of wrapped(text, style)) {
			y += style.line;
			const words = create('text', { x: MARGIN, y, 'font-size': style.size, 'font-weight': style.weight });
			words.textContent = line;
			picture.append(words);
		}
	};
	write(title, TITLE);
	y += MARGIN / 2;
	const { width, height } = drawing.viewBox.baseVal;
	const shown = { width: WIDTH - 2 * MARGIN, height: ((WIDTH - 2 * MARGIN) * height) / width };
	const plain = plainSvg(drawing);
	for (const [name, value] of Object.entries({ x: MARGIN, y, ...shown })) plain.setAttribute(name, String(value));
	plain.setAttribute('overflow', 'visible');
	picture.append(plain);
	y += shown.height + MARGIN / 2;
	y = legend(figure, picture, y);
	for (const line of lines) write(line, SMALL);
	y += MARGIN;
	const size = { width: WIDTH, height: Math.ceil(y) };
	for (const [name, value] of Object.entries({ ...size, viewBox: `0 0 ${size.width} ${size.height}` }))
		picture.setAttribute(name, String(value));
	picture.prepend(create('rect', { ...size, fill: surfaceOf(figure) }));
	return { svg: new XMLSerializer().serializeToString(picture), ...size };
}

/** The signs of a map and what they mean, two beside each other; gives back where it ends. */
function legend(figure: HTMLElement, picture: SVGElement, top: number): number {
	const items = [...figure.querySelectorAll<HTMLElement>('.legend li')];
	for (const [i, item] of items.entries()) {
		const x = MARGIN + (i % 2) * ((WIDTH - 2 * MARGIN) / 2);
		const y = top + Math.floor(i / 2) * SWATCH;
		const sign = item.querySelector('svg');
		if (sign !== null) {
			const plain = plainSvg(sign);
			plain.setAttribute('x', String(x));
			plain.setAttribute('y', String(y));
			picture.append(plain);
		}
		const words = create('text', { x: x + SWATCH, y: y + 16, 'font-size': SMALL.size });
		words.textContent = spaced(item.textContent);
		picture.append(words);
	}
	return top + Math.ceil(items.length / 2) * SWATCH;
}

function create(name: string, attributes: Record<string, string | number>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	return element;
}

/** Lines of a text, as wide as the picture. */
function wrapped(text: string, { size, weight }: typeof TITLE): string[] {
	const context = document.createElement('canvas').getContext('2d');
	if (context === null) return [text];
	context.font = `${weight} ${size}px ${FONT}`;
	const lines: string[] = [];
	let line = '';
	for (const word of spaced(text).split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && context.measureText(longer).width > WIDTH - 2 * MARGIN) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}

/** The colour that a figure stands on. */
function surfaceOf(element: Element | null): string {
	for (let at = element; at !== null; at = at.parentElement) {
		const { backgroundColor } = getComputedStyle(at);
		if (backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent') return backgroundColor;
	}
	return 'Canvas';
}

export const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
