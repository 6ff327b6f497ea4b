import * as Plot from '@observablehq/plot';

export interface CalibrationBin {
	/** Mean probability that was stated, and the part of the cases in which it came; fractions of 1. */
	readonly stated: number;
	readonly realised: number;
	readonly count: number;
	/** The bin in words. */
	readonly label: string;
}

export interface CalibrationInput {
	readonly kind: 'calibration';
	readonly locale: string;
	/** Width in pixels when it is known: in the browser. */
	readonly width?: number;
	readonly bins: readonly CalibrationBin[];
	/** Names of the axes. */
	readonly stated: string;
	readonly realised: string;
}

const MARGIN = { top: 30, right: 16, bottom: 44, left: 46 };
const WIDEST = 440;
/** Half of a 95 % interval of a share that is `p` in truth and is counted n times. */
const margin = (p: number, n: number) => 1.959964 * Math.sqrt((p * (1 - p)) / n);

/**
 * What was stated against what came: on the line, both agree. The bar at each dot is where chance alone would leave it in 95 %
 * of cases if what was stated were true, counting cases as independent.
 */
export function calibration({ bins, stated, realised, locale, width = WIDEST }: CalibrationInput): Plot.PlotOptions {
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
	const size = Math.min(width, WIDEST);
	const column = (size - MARGIN.left - MARGIN.right) / 10;
	const axis = { domain: [0, 1], ticks: 5, tickSize: 0, tickFormat: (v: number) => percent.format(v), label: null };
	return {
		width: size,
		height: size,
		marginTop: MARGIN.top,
		marginRight: MARGIN.right,
		marginBottom: MARGIN.bottom,
		marginLeft: MARGIN.left,
		x: { ...axis, grid: true },
		y: { ...axis, grid: true },
		marks: [
			Plot.line(
				[
					[0, 0],
					[1, 1]
				],
				{ stroke: 'var(--muted)', strokeDasharray: '4 3', strokeWidth: 1.5 }
			),
			Plot.ruleX(bins, {
				x: 'stated',
				y1: (bin: CalibrationBin) => Math.max(0, bin.stated - margin(bin.stated, bin.count)),
				y2: (bin: CalibrationBin) => Math.min(1, bin.stated + margin(bin.stated, bin.count)),
				stroke: 'var(--mark)',
				strokeOpacity: 0.35,
				strokeWidth: 7,
				strokeLinecap: 'round'
			}),
			Plot.dot(bins, {
				x: 'stated',
				y: 'realised',
				r: 5,
				fill: 'var(--mark)',
				stroke: 'var(--surface)',
				strokeWidth: 1.5,
				className: 'value'
			}),
			Plot.text([realised], {
				frameAnchor: 'top-left',
				dx: -MARGIN.left + 2,
				dy: -22,
				text: (d: string) => d,
				fill: 'var(--muted)'
			}),
			Plot.text([stated], { frameAnchor: 'bottom-right', dy: 34, text: (d: string) => d, fill: 'var(--muted)' }),
			Plot.ruleX(bins, {
				x: 'stated',
				stroke: 'transparent',
				strokeWidth: column,
				pointerEvents: 'stroke',
				title: 'label',
				className: 'hit'
			})
		]
	};
}
