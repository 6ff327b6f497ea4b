import type { PlotOptions } from '@observablehq/plot';
import { calibration } from './calibration.ts';
import type { CalibrationInput } from './calibration.ts';
import { dotRange } from './dot-range.ts';
import type { DotRangeInput } from './dot-range.ts';
import { eventStudyChart } from './event-study.ts';
import type { EventStudyInput } from './event-study.ts';
import { inOrOut } from './in-or-out.ts';
import type { InOrOutInput } from './in-or-out.ts';
import { plotted } from './plotted.ts';
import { quantileDotsChart } from './quantile-dots.ts';
import type { QuantileDotsInput } from './quantile-dots.ts';
import { slope } from './slope.ts';
import type { SlopeInput } from './slope.ts';
import { smallMultiples } from './small-multiples.ts';
import type { SmallMultiplesInput } from './small-multiples.ts';
import { trend } from './trend.ts';
import type { TrendInput } from './trend.ts';
import { watchTrend } from './watch-trend.ts';
import type { WatchTrendInput } from './watch-trend.ts';

/**
 * Charts whose text keeps its size on every screen: a browser draws them again at the width it has. Maps fit any width as they are,
 * and what only they need is left out of the browser's script: see tools/smaller-plot.ts.
 */
export type TextChartInput =
	| CalibrationInput
	| TrendInput
	| DotRangeInput
	| EventStudyInput
	| InOrOutInput
	| QuantileDotsInput
	| SlopeInput
	| SmallMultiplesInput
	| WatchTrendInput;

function optionsOf(input: TextChartInput): PlotOptions {
	switch (input.kind) {
		case 'calibration':
			return calibration(input);
		case 'trend':
			return trend(input);
		case 'dot-range':
			return dotRange(input);
		case 'event-study':
			return eventStudyChart(input);
		case 'in-or-out':
			return inOrOut(input);
		case 'quantile-dots':
			return quantileDotsChart(input);
		case 'slope':
			return slope(input);
		case 'small-multiples':
			return smallMultiples(input);
		case 'watch-trend':
			return watchTrend(input);
	}
}

export const drawText = (input: TextChartInput, document: Document) => plotted(optionsOf(input), document);
