import { expect, it } from 'vitest';
import { periodTicks } from './period-ticks.ts';

const quarters = Array.from({ length: 20 }, (_, t) => `${2020 + Math.floor(t / 4)}Q${(t % 4) + 1}`);

it('names every period where there is room', () => {
	expect(periodTicks(['2021', '2022', '2023'], 400)).toEqual(['2021', '2022', '2023']);
});

it('else every so many, counted back from the latest, so that names stay apart', () => {
	const ticks = periodTicks(quarters, 400);
	expect(ticks.at(-1)).toBe('2024Q4');
	expect(ticks).toEqual(['2020Q4', '2021Q4', '2022Q4', '2023Q4', '2024Q4']);
	expect(periodTicks(quarters, 10)).toEqual(['2024Q4']);
});

it('has nothing to name without periods', () => {
	expect(periodTicks([], 400)).toEqual([]);
});
