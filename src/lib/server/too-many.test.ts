import { expect, it } from 'vitest';
import { tooMany } from './too-many.ts';

it('tells a person when to come back, on a page in the language that was asked for', async () => {
	const response = tooMany(false, 'en');
	expect(response.status).toBe(429);
	expect(response.headers.get('Retry-After')).toBe('5');
	expect(response.headers.get('Cache-Control')).toBe('no-store');
	const html = await response.text();
	expect(html).toContain('<html lang="en">');
	expect(html).toContain('try again in 5 seconds');
	expect(html).not.toMatch(/%[a-z]+\./);
	expect(await tooMany(false, 'nl').text()).toContain('over 5 seconden opnieuw');
});

it('tells the dashboard in a browser what to make its own page of', async () => {
	const response = tooMany(true, 'nl');
	expect(response.status).toBe(429);
	expect(await response.json()).toMatchObject({ kind: 'too-many' });
});
