import { expect, it } from 'vitest';
import { fold } from './folded-name.ts';

it.each([
	['Súdwest-Fryslân', 'sudwest-fryslan'],
	['ÉÉN', 'een'],
	["'s-Hertogenbosch", "'s-hertogenbosch"],
	['Øre', 'ore']
])('folds %s to %s', (text, folded) => {
	expect(fold(text)).toBe(folded);
});
