import { STAPMON, stapmonNames, type StapmonName } from '../tables/stapmon.ts';
import type { CheckData } from './check-data.ts';

/** The column of a theme as the file spells it; none when the file lacks the theme. */
export function stapmonText(data: CheckData, theme: StapmonName): string[] {
	const name = stapmonNames(theme, data.file(STAPMON).year).find((one) => data.has(STAPMON, one));
	return name === undefined ? [] : [data.spelled(STAPMON, name)];
}
