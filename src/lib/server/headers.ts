import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/** What every answer says to browsers; the policy of what a page may load is in svelte.config.js. */
export const headers: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin'
};

/** For an answer that is no page: it loads nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Two years, as internet.nl asks at least one. */
const HSTS = 'max-age=63072000; includeSubDomains';

export function secure(response: Response, isHttps: boolean): Response {
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	// Browsers show a PDF in a page of their own, which has to load itself.
	if (!response.headers.has('Content-Security-Policy') && response.headers.get('Content-Type') !== 'application/pdf')
		response.headers.set('Content-Security-Policy', NOTHING);
	if (isHttps) response.headers.set('Strict-Transport-Security', HSTS);
	return response;
}

/** Files of the build are sent before any hook is asked; node tells of every answer that it begins. */
export function secureFiles(): void {
	subscribe('http.server.request.start', (message) => {
		const { response } = message as { response: ServerResponse };
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	});
}
