import { expect, it } from 'vitest';
import { axisName, periodAxis, periodTicks } from './period-axis.ts';

const quarters = Array.from({ length: 20 }, (_, t) => `${2020 + Math.floor(t / 4)}Q${(t % 4) + 1}`);

it('names every period where there is room', () => {
	expect(periodTicks(['2021', '2022', '2023'], 400, 'nl-NL')).toEqual(['2021', '2022', '2023']);
});

it('else every so many, counted back from the latest, so that names stay apart and quarters are the same', () => {
	const ticks = periodTicks(quarters, 400, 'nl-NL');
	expect(ticks.at(-1)).toBe('2024Q4');
	expect(ticks).toEqual(['2020Q4', '2022Q4', '2024Q4']);
	expect(periodTicks(quarters, 10, 'nl-NL')).toEqual(['2024Q4']);
});

it('has nothing to name without periods', () => {
	expect(periodTicks([], 400, 'nl-NL')).toEqual([]);
});

it('names a quarter on two lines, in the language of the page, and makes room for both', () => {
	expect(axisName('2024Q4', 'nl-NL')).toBe('4e kwartaal\n2024');
	expect(axisName('2024Q4', 'en-GB')).toBe('Q4\n2024');
	expect(axisName('2024', 'nl-NL')).toBe('2024');
	expect(periodAxis(quarters, 400, 'nl-NL').below).toBeGreaterThan(0);
	expect(periodAxis(['2023', '2024'], 400, 'nl-NL').below).toBe(0);
});
