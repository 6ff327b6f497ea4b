import { isHttpError } from '@sveltejs/kit';
import { describe, expect, it, vi } from 'vitest';

vi.mock('./db.ts', () => ({ database: () => ({}) }));
const { answer } = await import('./answer.ts');

const failing = (cause: unknown) =>
	answer(() => Promise.reject(cause)).then(
		() => null,
		(error: unknown) => error
	);

describe('a page whose questions fail', () => {
	it('says that figures are unavailable when the database does not answer', async () => {
		const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		const refused = Object.assign(new Error('connect ECONNREFUSED at a secret address'), { code: 'ECONNREFUSED' });
		for (const cause of [refused, new Error('Connection terminated unexpectedly')]) {
			const error = await failing(cause);
			expect(isHttpError(error, 503)).toBe(true);
		}
		// The log names the kind of fault, never an address.
		expect(stderr.mock.calls.join('')).toBe('figures unavailable: Error ECONNREFUSED\nfigures unavailable: Error\n');
		stderr.mockRestore();
	});

	it('does not call a defect of its own an unavailable database', async () => {
		const defect = new TypeError('x is not a function');
		expect(await failing(defect)).toBe(defect);
	});
});
