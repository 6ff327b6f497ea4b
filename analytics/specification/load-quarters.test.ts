import { describe, expect, it } from 'vitest';
import { base, load } from './testing.ts';

const codes = ['q1', 'q2', 'q3', 'q4', 'none'];
const quarterly = { id: 'inflow', attribute: 'inflow', is: codes.slice(0, 4), per: 'quarter' };
const spec = (...indicators: object[]) => ({
	...base,
	attributes: { ...base.attributes, inflow: { column: 'inflow', codes } },
	tables: [{ by: ['inflow'] }, { by: ['poor'] }],
	indicators
});

describe('a specification with quarters', () => {
	it('is taken when every indicator has four codes', async () => {
		await expect(load(spec(quarterly, { ...quarterly, id: 'other' }))).resolves.toBeDefined();
	});

	it('is refused when a quarter has no code', async () => {
		await expect(load(spec({ ...quarterly, is: ['q1', 'q2', 'q3'] }))).rejects.toThrow(
			/indicators\[0\]\.is: per: quarter needs four codes/
		);
	});

	it('is refused when other indicators are of the whole period', async () => {
		await expect(load(spec(quarterly, { id: 'poor', attribute: 'poor', is: ['yes'] }))).rejects.toThrow(
			/indicators\[1\]\.per: others are told per quarter/
		);
	});
});
