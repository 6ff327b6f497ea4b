import { expect, it } from 'vitest';
import { gemeenten } from '../regions/nederland.ts';
import { Calibration, PARAMETERS, calibration } from './calibration.ts';

it('answers with the nearest year, and with the given value where nothing is set', () => {
	const settings = new Calibration([
		{ parameter: 'jobs', key: '', year: 2016, value: 2 },
		{ parameter: 'jobs', key: '', year: 2020, value: 4 }
	]);
	expect([2010, 2016, 2017, 2019, 2030].map((year) => settings.get('jobs', '', year, 1))).toEqual([2, 2, 2, 4, 4]);
	expect(settings.get('jobs', 'other', 2016, 1)).toBe(1);
	expect(settings.get('income', '', 2016, 0)).toBe(0);
});

it('is committed for every municipality, with finite values of known parameters', () => {
	const { settings } = calibration();
	for (const { parameter, value } of settings) {
		expect(PARAMETERS).toContain(parameter);
		expect(Number.isFinite(value)).toBe(true);
	}
	const places = settings.filter(({ parameter }) => parameter === 'income_place').map(({ key }) => key);
	expect(places.sort()).toEqual(gemeenten.map(({ code }) => code).sort());
});
