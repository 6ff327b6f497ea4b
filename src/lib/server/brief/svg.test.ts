import { describe, expect, it } from 'vitest';
import { palette } from './look.ts';
import { drawSvg, sizeOf } from './svg.ts';

/** Writes down what is asked of a document, in order. */
function drawn(svg: string): string[] {
	const asked: string[] = [];
	const pdf: unknown = new Proxy(
		{},
		{
			get: (_, name) =>
				name === 'widthOfString'
					? (said: string) => said.length * 10
					: (...given: unknown[]) => {
							asked.push([String(name), ...given.map((one) => JSON.stringify(one))].join(' '));
							return pdf;
						}
		}
	);
	drawSvg(pdf as PDFKit.PDFDocument, `<svg width="100" height="50">${svg}</svg>`, 5, 7, 0.5);
	return asked;
}

it('knows the size of a drawing', () => {
	expect(sizeOf('<svg width="330" height="250"></svg>')).toEqual({ width: 330, height: 250 });
});

describe('shapes', () => {
	it('stand where the drawing stands, at its scale', () => {
		expect(drawn('')).toEqual(['save', 'translate 5 7', 'scale 0.5', 'restore']);
	});

	it('take the paint of their group, unless they have their own', () => {
		const asked = drawn(
			'<g fill="var(--mark)" stroke="none" fill-opacity="0.2"><rect x="1" y="2" width="3" height="4"></rect>' +
				'<circle cx="1" cy="2" r="3" fill="#123456" stroke="currentColor" stroke-width="2"></circle></g>'
		);
		expect(asked).toContain('rect 1 2 3 4');
		expect(asked).toContain(`fill "${palette.mark}"`);
		expect(asked).toContain('fillOpacity 0.2');
		expect(asked).toContain(`fillAndStroke "#123456" "${palette.ink}"`);
		expect(asked).toContain('lineWidth 2');
	});

	it('are left out when nothing of them would be seen', () => {
		const asked = drawn('<rect fill="transparent" x="1" y="2" width="3" height="4"></rect><line x1="0" x2="4"></line>');
		expect(asked.filter((one) => /rect|moveTo|fill|stroke/.test(one))).toEqual([]);
	});

	it('may be stated once and used twice', () => {
		const asked = drawn(
			'<defs><path id="a" d="M0,0L1,1"></path></defs><use href="#a" x="3" y="4" fill="#111111"></use>'
		);
		expect(asked.filter((one) => one.startsWith('path'))).toEqual(['path "M0,0L1,1"']);
		expect(asked).toContain('translate 3 4');
	});

	it('are dashed where they say so', () => {
		expect(drawn('<line stroke="#000000" stroke-dasharray="4 3" x2="9"></line>')).toContain('dash 4 {"space":3}');
	});
});

describe('words', () => {
	it('stand at their anchor', () => {
		const text = (anchor: string) =>
			drawn(`<text x="50" y="0.5em" text-anchor="${anchor}">abcd</text>`).find((one) => one.startsWith('text'));
		expect(text('start')).toContain('text "abcd" 50 6 ');
		expect(text('middle')).toContain('text "abcd" 30 6 ');
		expect(text('end')).toContain('text "abcd" 10 6 ');
	});

	it('go on below each other', () => {
		const asked = drawn('<text><tspan x="0" y="-0.5em">een</tspan><tspan x="0" dy="1em">twee</tspan></text>');
		const lines = asked.filter((one) => one.startsWith('text'));
		expect(lines[0]).toContain('text "een" 0 -6 ');
		expect(lines[1]).toContain('text "twee" 0 6 ');
	});
});
