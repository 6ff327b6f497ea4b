/** Whether a value of JSON is what a field may hold. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string' && value.length <= 100_000;
export const name: Check = (value) => typeof value === 'string' && /^\P{Cc}{1,1000}$/u.test(value);
export const hash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
export const time: Check = (value) =>
	typeof value === 'string' && /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
export const unit: Check = (value) => value === 'person' || value === 'household';
export const scope: Check = (value) =>
	typeof value === 'string' && /^(horizon|year:\d{4}|(programme|project):[a-z0-9][a-z0-9-]{0,63})$/.test(value);
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
export const countOrNone: Check = (value) => value === 0 || count(value);
export const base64: Check = (value) =>
	typeof value === 'string' && value !== '' && Buffer.from(value, 'base64').toString('base64') === value;
export const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
export const record =
	(fields: Readonly<Record<string, Check>>): Check =>
	(value) =>
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.keys(value).length === Object.keys(fields).length &&
		Object.entries(fields).every(([field, check]) => Object.hasOwn(value, field) && check(Reflect.get(value, field)));
export const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
/** Whole numbers without sign, exponent or leading zeros, as text: JSON's own numbers are doubles. */
export const integer =
	(least: bigint, most: bigint): Check =>
	(value) =>
		typeof value === 'string' && /^(0|[1-9]\d{0,18})$/.test(value) && BigInt(value) >= least && BigInt(value) <= most;
