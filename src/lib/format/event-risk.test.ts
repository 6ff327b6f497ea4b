import { expect, it } from 'vitest';
import { differenceWords, ofTwenty, ratioWords, shareFigure, verdictOf } from './event-risk.ts';

it('says a difference with its direction, and none where the interval holds 0', () => {
	expect(differenceWords(0.031, 0.0056, 'nl')).toBe('3,1 procentpunt hoger (2,0 tot 4,2 procentpunt)');
	expect(differenceWords(-0.031, 0.0056, 'nl')).toBe('3,1 procentpunt lager (2,0 tot 4,2 procentpunt)');
	expect(differenceWords(0.004, 0.0056, 'nl')).toBe('geen verschil dat we kunnen zien (-0,7 tot 1,5 procentpunt)');
	expect(differenceWords(0.12, 0.03, 'en')).toBe('12 percentage points higher (6 to 18 percentage points)');
});

it('says a ratio as precisely as its interval, or that there is none', () => {
	expect(ratioWords({ ratio: 2.3995, ratio_lower: 2.044, ratio_upper: 2.765 }, 'nl')).toBe(
		'2,4 keer zo vaak (95%-interval: 2,0 tot 2,8 keer)'
	);
	expect(ratioWords({ ratio: 2.3995, ratio_lower: 2.38, ratio_upper: 2.42 }, 'nl')).toContain('2,40 keer');
	expect(ratioWords({ ratio: 14.2, ratio_lower: 4, ratio_upper: 98 }, 'nl')).toContain('14 keer zo vaak');
	expect(ratioWords({ ratio: 1.9, ratio_lower: 0, ratio_upper: 4.2 }, 'nl')).toMatch(
		/keer\)\. Het kan ook minder vaak zijn\.$/
	);
	expect(ratioWords({ ratio: 0.9, ratio_lower: 0.7, ratio_upper: 1.1 }, 'en')).toMatch(/It may also be more often\.$/);
	expect(ratioWords({ ratio: 0.5, ratio_lower: 0.3, ratio_upper: 0.7 }, 'en')).not.toContain('may');
	expect(ratioWords({ ratio: null, ratio_lower: null, ratio_upper: null }, 'nl')).toBeNull();
});

it('ties words and letters to numbers', () => {
	expect([0.95, 0.9, 0.8, 0.7, 0.5, 0.3, 0.2, 0.1, 0].map(verdictOf)).toEqual([
		...['higher', 'higher', 'likely-higher', 'likely-higher', 'none', 'likely-lower', 'likely-lower'],
		...['lower', 'lower']
	]);
	expect([0.09, 0.19, 0.35, 0.36].map((cv) => shareFigure(0.1, 0.1 * cv).reliability)).toEqual(['A', 'B', 'C', 'D']);
	expect(shareFigure(-0.01, 0.02)).toMatchObject({ lower: 0, reliability: 'D' });
	expect([0.999999, 0.86, 0].map((p) => ofTwenty(p, 'nl'))).toEqual(['19 van de 20', '17 van de 20', '1 van de 20']);
});
