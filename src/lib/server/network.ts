interface Visitor {
	/** Of a visitor who has left already the server knows no address any more. */
	readonly getClientAddress: () => string | undefined;
}

/**
 * The network that a request comes from: an IPv4 address, or the first 64 bits of an IPv6 address, since a single visitor
 * has all the rest. Behind a proxy ADDRESS_HEADER tells the server where the address stands; without it all are one.
 */
export function networkOf(event: Visitor): string {
	const address = addressOf(event);
	if (address === undefined) return 'unknown';
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped) return mapped[1]!;
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	return [...before, ...zeros, ...after]
		.slice(0, 4)
		.map((part) => part.replace(/^0+(?=.)/, ''))
		.join(':');
}

function addressOf({ getClientAddress }: Visitor): string | undefined {
	try {
		return getClientAddress();
	} catch {
		return undefined;
	}
}
