import { quoted } from '../estimate-csv.ts';
import type { Statistic } from './statistic.ts';

/** The lines of `voorzicht estimate --statistics`, header first. What cannot be said is an empty field. */
export function* statisticsCsv(rows: readonly Statistic[]): Generator<string> {
	const inSeries = rows.some(({ period }) => period !== undefined);
	yield `statistic,${inSeries ? 'period,' : ''}region,attribute,code,value,lower,upper,reliability\n`;
	for (const { statistic, period, region, attribute, code, value, lower, upper, reliability } of rows) {
		const names = [statistic, ...(inSeries ? [period ?? ''] : []), region, attribute, code].map(quoted).join(',');
		yield `${names},${value ?? ''},${lower ?? ''},${upper ?? ''},${reliability}\n`;
	}
}
