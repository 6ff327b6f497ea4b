import { expect, it } from 'vitest';
import { networkOf } from './network.ts';

const of = (address: string) => networkOf({ getClientAddress: () => address });

it('takes an IPv4 address whole, however it is written', () => {
	expect(of('192.0.2.7')).toBe('192.0.2.7');
	expect(of('::ffff:192.0.2.7')).toBe('192.0.2.7');
});

it('takes the first half of an IPv6 address: a visitor has all the rest', () => {
	expect(of('2001:db8:0:12:aaaa::1')).toBe('2001:db8:0:12');
	expect(of('2001:DB8:0000:0012:bbbb:1:2:3')).toBe('2001:db8:0:12');
	expect(of('2001:db8::1')).toBe('2001:db8:0:0');
	expect(of('::1')).toBe('0:0:0:0');
	expect(of('2001:db8:0:13::1')).not.toBe(of('2001:db8:0:12::1'));
});

it('takes all visitors together when the proxy does not say who they are', () => {
	const fails = () => {
		throw new Error('the header is not there');
	};
	expect(networkOf({ getClientAddress: fails })).toBe('unknown');
});

it('counts a visitor who has left before the answer was made among those', () => {
	expect(networkOf({ getClientAddress: () => undefined })).toBe('unknown');
});
