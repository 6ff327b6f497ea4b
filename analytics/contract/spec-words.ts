import { z } from 'zod';

// The words that a specification is written in.

export const slug = z
	.string()
	.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a slug: lower-case letters, digits and hyphens');
export const name = z
	.string()
	.regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, 'must be a name: a letter, then letters, digits and underscores');
export const columnName = z.string().min(1).max(128);
export const code = z
	.union([z.string().min(1).max(128), z.number()])
	.transform(String)
	.refine((text) => text.isWellFormed(), 'must be whole Unicode text');

/** Name of a period; it becomes part of a folder's name. */
export const periodName = z
	.string()
	.regex(
		/^[A-Z0-9]([A-Z0-9 ._-]{0,30}[A-Z0-9])?$/,
		'must be a short name in capitals and digits, such as 2023 or 2023-Q1'
	);

const AMOUNT_RULE = 'must be a positive exact decimal or fraction, such as "0.05" or "1/20"';
/** A non-negative exact amount, written as a decimal ("0.05", "1e-10") or a fraction ("1/20"). */
export const exactAmount = z
	.union([z.string(), z.number()], { error: AMOUNT_RULE })
	.transform(String)
	.refine((text) => /^(\d+(\.\d+)?([eE][+-]?\d{1,3})?|\d+\/[1-9]\d*)$/.test(text) && text.length <= 64, AMOUNT_RULE);

export const text = z.strictObject({
	nl: z.string().min(1).describe('In Dutch.'),
	en: z.string().min(1).describe('In English.')
});
