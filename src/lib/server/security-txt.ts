import { env } from '$env/dynamic/private';

const DAY = 86_400_000;
/** A server that has run this long without a new start has not been kept up to date either. */
const DAYS = 180;
const started = Date.now();

/** Where who finds a hole can say so (RFC 9116): to whom runs this server if SECURITY_CONTACT says, else as the policy tells. */
export function securityTxt(origin: string): string {
	const policy = `${origin}/.well-known/security-policy.txt`;
	const expires = new Date(Math.floor(started / DAY + DAYS) * DAY).toISOString().replace('.000', '');
	const lines = [
		`Contact: ${contact() ?? policy}`,
		`Expires: ${expires}`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		`Policy: ${policy}`
	];
	return `${lines.join('\n')}\n`;
}

/** One line that is an address: anything else would be a field of its own. */
function contact(): string | undefined {
	return /^(mailto:|https:\/\/|tel:)\S+$/.exec(env.SECURITY_CONTACT ?? '')?.[0];
}
