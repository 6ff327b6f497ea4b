import type { Handle, HandleServerError } from '@sveltejs/kit';

const headers: Record<string, string> = {
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin'
};

export const handle: Handle = async ({ event, resolve }) => {
	if (!['GET', 'HEAD'].includes(event.request.method)) return refusal();
	const lang = /^\/en(\/|$)/.test(event.url.pathname) ? 'en' : 'nl';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%voorzicht.lang%', lang)
	});
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	if (event.url.protocol === 'https:')
		response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
	return response;
};

/** There is nothing here to change, so there is nothing to send. */
function refusal(): Response {
	const text = 'This site only answers GET and HEAD.\n';
	return new Response(text, { status: 405, headers: { ...headers, Allow: 'GET, HEAD', 'Content-Type': 'text/plain' } });
}

/** The log gets the kind of error; the visitor gets a page that says nothing about it. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404) {
		const name = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
		process.stderr.write(`${status} ${event.route.id ?? 'no route'} ${name}\n`);
	}
	return { message: status === 404 ? 'not found' : 'error' };
};
