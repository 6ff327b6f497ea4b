import { renderChart } from '../render-chart.ts';
import { atLeast, beside, stack, text, type Block } from './blocks.ts';
import type { BriefChart } from './brief.ts';
import { printable, styles } from './look.ts';
import { drawSvg, sizeOf } from './svg.ts';

/** Points to a unit of a chart: its words come out at some eight points. */
const SCALE = 0.7;

/** Charts beside each other, each under its title, with its note; screen readers get all of them in words. */
export function figures(pdf: PDFKit.PDFDocument, charts: readonly BriefChart[], width: number, gap: number): Block {
	const titles = charts.map(({ title }) => text(pdf, 'H3', title, styles.subheading, width));
	const level = Math.max(...titles.map(({ height }) => height));
	const blocks = charts.map((chart, i) => {
		const note = text(pdf, 'P', chart.note, styles.small, width);
		return stack([atLeast(level, titles[i]!), drawing(pdf, chart, width), note], 3);
	});
	return beside(blocks, width, gap);
}

function drawing(pdf: PDFKit.PDFDocument, chart: BriefChart, width: number): Block {
	const svg = renderChart({ ...chart.input, width: width / SCALE });
	const height = sizeOf(svg).height * SCALE;
	return {
		height,
		draw(parent, x, y) {
			const options = { alt: printable(chart.alt), bbox: [x, y, x + width, y + height] satisfies number[] as Box };
			parent.add(pdf.struct('Figure', options, () => drawSvg(pdf, svg, x, y, SCALE)));
		}
	};
}

type Box = [left: number, top: number, right: number, bottom: number];
