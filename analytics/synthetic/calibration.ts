import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** What is tuned so that the simulation gives the published figures; made by tools/calibrate.ts. */
export const PARAMETERS = [
	/** Logarithm of a factor on incomes, by group of households and year, and by municipality. */
	'income',
	'income_place',
	/** Factor from the percentage of the low-income threshold to that of the social minimum, by year. */
	'minimum',
	/** Factors on the yearly rates into (and for jobs: out of) benefits, by year; of `after_work` into assistance from work. */
	'unemployment',
	'assistance',
	'disability',
	'jobs',
	/** Factors on quarterly chances of debts to begin and to end, by year; of `last_quarter` against the mean of the year. */
	'debts_begin',
	'debts_end',
	/** Factor on the debts that households start with, by the first year that is simulated. */
	'debts_start',
	/** Factors on the chance that debts begin after an event, by event and year. */
	'event',
	/** Factor on the chance of a spell without paid health insurance when debts begin, by year. */
	'defaults'
] as const;
export type Parameter = (typeof PARAMETERS)[number];

export interface Setting {
	readonly parameter: Parameter;
	readonly key: string;
	/** 0 for all years. */
	readonly year: number;
	readonly value: number;
}

/** Settings that can be asked for; of years that are not there, the nearest. */
export class Calibration {
	readonly settings: readonly Setting[];
	readonly #byKey = new Map<string, Setting[]>();

	constructor(settings: readonly Setting[]) {
		this.settings = settings;
		for (const setting of settings) {
			const key = `${setting.parameter} ${setting.key}`;
			const list = this.#byKey.get(key);
			if (list === undefined) this.#byKey.set(key, [setting]);
			else list.push(setting);
		}
	}

	/** @param otherwise where nothing is set: 1 for factors, 0 for logarithms */
	get(parameter: Parameter, key: string, year: number, otherwise: number): number {
		const list = this.#byKey.get(`${parameter} ${key}`);
		if (list === undefined) return otherwise;
		let best = list[0]!;
		for (const setting of list) if (Math.abs(setting.year - year) < Math.abs(best.year - year)) best = setting;
		return best.value;
	}
}

const FILE = join(import.meta.dirname, 'data', 'calibration.csv');

let committed: Calibration | undefined;

/** The committed calibration. */
export function calibration(): Calibration {
	return (committed ??= new Calibration(
		parse(readFileSync(FILE, 'utf8'), { columns: true, comment: '#' }).map((row) => {
			const { parameter, key, year, value } = row as Record<string, string>;
			return { parameter: parameter as Parameter, key: key!, year: Number(year), value: Number(value) };
		})
	));
}
