import { expect, it } from 'vitest';
import { heatClass } from './heat.ts';

it('has five classes around as everyone, equally far on either side', () => {
	expect([0, 0.49, 0.5, 0.79, 0.8, 1, 1.24, 1.25, 1.99, 2, 9].map(heatClass)).toEqual([
		...['lowest', 'lowest', 'lower', 'lower', 'same', 'same'],
		...['same', 'higher', 'higher', 'highest', 'highest']
	]);
});
