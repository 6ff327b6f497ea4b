import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { limitExports, limitSearches } from './limit.ts';

function visitor(address: string, path = '/gegevens.csv') {
	const headers: Record<string, string> = {};
	const event = {
		getClientAddress: () => address,
		setHeaders: (more: Record<string, string>) => void Object.assign(headers, more),
		url: new URL(path, 'http://localhost')
	};
	return { event, headers };
}

async function refusal(asked: Promise<void>) {
	const error: unknown = await asked.then(
		() => undefined,
		(thrown: unknown) => thrown
	);
	return isHttpError(error) ? error : undefined;
}

it('lets 120 downloads a minute through, and says of the next when to come back', async () => {
	const { event, headers } = visitor('192.0.2.1');
	for (let i = 0; i < 120; i++) await limitExports(event);
	expect(headers).toEqual({});
	const refused = await refusal(limitExports(event));
	expect(refused?.status).toBe(429);
	expect(refused?.body.message).toMatch(/^Er komen te veel vragen .* over \d+ seconden opnieuw\.$/);
	expect(Number(headers['Retry-After'])).toBeGreaterThan(0);
	expect(Number(headers['Retry-After'])).toBeLessThanOrEqual(60);
});

it('counts each network, and each kind of question, apart', async () => {
	const { event } = visitor('192.0.2.2');
	await limitExports(event, 120);
	expect((await refusal(limitExports(event)))?.status).toBe(429);
	await limitSearches(event);
	await limitExports(visitor('192.0.2.3').event);
});

it('counts a heavy download as many light ones, and says no in English where asked', async () => {
	const { event } = visitor('192.0.2.4', '/gegevens.csv?taal=en');
	await limitExports(event, 100);
	expect((await refusal(limitExports(event, 100)))?.body.message).toContain('Too many requests');
});
