import { env } from 'node:process';

// Loaded before everything else (node --import): moves the clock of this process by VOORZICHT_SHIFT_YEARS.
const shift = Number(env['VOORZICHT_SHIFT_YEARS']) * 365.25 * 24 * 3600 * 1000;
const Real = Date;

class Shifted extends Real {
	constructor(...parts: [] | [string | number | Date]) {
		if (parts.length === 0) super(Real.now() + shift);
		else super(...parts);
	}
	static override now(): number {
		return Real.now() + shift;
	}
}
globalThis.Date = Shifted as DateConstructor;
