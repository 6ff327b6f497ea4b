import { attributeName } from '../../format/attribute-name.ts';
import { codeName, levelName } from '../../format/names.ts';
import { shownPercents } from '../../format/numbers.ts';
import type { ShareFigure } from '../../format/numbers.ts';
import { downloadsTexts } from '../../messages/downloads.ts';
import type { Lang } from '../../messages/index.ts';
import type { Indicator } from '../queries/indicators.ts';
import type { FigureKey } from '../queries/signal-figures.ts';
import { told } from '../told.ts';
import { rounded } from './dataset.ts';
import type { Key, Row, Shape } from './dataset.ts';
import { dimensions, regionKey, releaseRemarks, releaseSaid } from './shared.ts';

/** A figure of any view, with the two counts that it is made of. */
export interface DownloadedFigure extends ShareFigure, FigureKey {
	readonly numerator: number;
	readonly numerator_se: number;
	readonly denominator: number;
	readonly denominator_se: number;
}

const COUNT = 1;
const PERCENT = 2;
const ERROR = 3;

/** Columns of figures: shares in per cent, as the pages round them. */
export function figureShape(lang: Lang): Shape {
	const m = downloadsTexts(lang);
	const { measures, units } = m;
	const percent = { unit: units.percent, decimals: PERCENT };
	const count = { unit: '', decimals: COUNT };
	return {
		dimensions: [dimensions.indicator(lang), dimensions.period(lang), dimensions.region(lang), dimensions.group(lang)],
		measures: [
			{ id: 'share', label: measures.share, ...percent },
			{ id: 'lower', label: measures.lower, ...percent },
			{ id: 'upper', label: measures.upper, ...percent },
			{ id: 'share_se', label: measures.shareSe, unit: units.points, decimals: ERROR },
			{ id: 'numerator', label: measures.numerator, ...count },
			{ id: 'numerator_se', label: measures.numeratorSe, ...count },
			{ id: 'denominator', label: measures.denominator, ...count },
			{ id: 'denominator_se', label: measures.denominatorSe, ...count }
		],
		remarks: [
			{ id: 'reliability', label: m.columns.reliability, isStatus: true },
			{ id: 'level', label: m.columns.level, isStatus: false },
			...releaseRemarks(lang)
		]
	};
}

/** Where a figure stands: its region by name, and the indicator that it tells. */
export interface Place {
	readonly region: Key;
	readonly level: string;
	readonly indicator: Indicator;
}

/** One figure as a row. What is not shown on a page is not in the row either. */
export function figureRow(figure: DownloadedFigure, { region, level, indicator }: Place, lang: Lang): Row {
	const shown = shownPercents(figure);
	const { numerator, numerator_se, denominator, denominator_se } = told(figure);
	const counts = [numerator, numerator_se, denominator, denominator_se];
	return {
		keys: [
			indicatorKey(indicator, lang),
			{ code: figure.period, name: figure.period },
			regionKey(region.code, region.name, lang),
			groupKey(indicator, figure, lang)
		],
		values: [
			shown?.share ?? null,
			shown?.lower ?? null,
			shown?.upper ?? null,
			shown === null ? null : rounded(figure.share_se! * 100, ERROR),
			...counts.map((count) => rounded(count, COUNT))
		],
		remarks: [figure.reliability, levelName(level, lang), ...releaseSaid(indicator, lang)]
	};
}

export function indicatorKey(indicator: Indicator, lang: Lang): Key {
	const name = lang === 'en' ? indicator.label_en : indicator.label_nl;
	return { code: `${indicator.spec}.${indicator.id}`, name };
}

interface Group {
	readonly attribute: string;
	readonly code: string;
}

/** Code and name of a group of an indicator; of everyone together "total". */
export function groupKey({ groups }: Indicator, { attribute, code }: Group, lang: Lang): Key {
	if (attribute === '') return { code: 'total', name: downloadsTexts(lang).everyone };
	const found = groups.find((one) => one.attribute === attribute)?.codes.find((one) => one.code === code);
	return {
		code: `${attribute}.${code}`,
		name: `${attributeName(attribute, lang)}: ${codeName(found?.[lang] ?? code, lang)}`
	};
}
