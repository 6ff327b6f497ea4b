/**
 * The few ways in which a command can fail. Each maps to one exit code, once, in `cli.ts`.
 * A message is one or two plain sentences: what is wrong, where, and how to mend it. It never holds a value from a record.
 */
export abstract class VoorzichtError extends Error {
	abstract readonly exitCode: 2 | 3 | 4 | 5;
}

/** Wrong usage, or an input file that breaks a stated rule. */
export class InputError extends VoorzichtError {
	override readonly name = 'InputError';
	override readonly exitCode = 2;
}

/** The microdata fail a quality gate. */
export class QualityGateError extends VoorzichtError {
	override readonly name = 'QualityGateError';
	override readonly exitCode = 3;
}

/** The ledger refuses the charge. */
export class BudgetRefusedError extends VoorzichtError {
	override readonly name = 'BudgetRefusedError';
	override readonly exitCode = 4;
}

/** A fault outside this program: database, disk, random generator. */
export class OutsideFaultError extends VoorzichtError {
	override readonly name = 'OutsideFaultError';
	override readonly exitCode = 5;
}
