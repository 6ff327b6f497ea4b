import { createHash } from 'node:crypto';
import { InputError } from '../errors.ts';
import type { Unit } from './entry.ts';
import { checkScope, scopesOf } from './scopes.ts';

export interface ChargeRequest {
	/** The population: all its revisions share one budget. */
	readonly lineage: string;
	readonly unit: Unit;
	readonly period: string;
	/** Every period of a series; absent: the one period. */
	readonly periods?: readonly string[];
	/** The part of the budget that pays; absent: dashboard. */
	readonly programme?: string;
	readonly project?: string;
	/** Public name of the delivery of the microdata. */
	readonly snapshot: string;
	/** sha256 (hex) of everything that decides what is measured. */
	readonly planHash: string;
	/** Exact cost, a decimal or "n/d". */
	readonly rho: string;
	readonly description: string;
}

/** @throws InputError for a part that cannot name an account or a request. */
export function checkRequest(request: ChargeRequest): void {
	const { lineage, unit, period, snapshot, planHash } = request;
	for (const [name, text] of Object.entries({ lineage, period, snapshot })) checkName(name, text);
	checkUnit(unit);
	for (const scope of requestScopes(request)) checkScope(scope);
	if (!/^[0-9a-f]{64}$/.test(planHash)) throw new InputError('A charge needs the sha256 of its plan.');
}

/** Every scope that pays for a request, in the order of their locks. */
export function requestScopes({ period, periods, programme = 'dashboard', project }: ChargeRequest): string[] {
	return scopesOf({ periods: [period, ...(periods ?? [])], programme, project: project ?? null });
}

export function checkUnit(unit: string): void {
	if (unit !== 'person' && unit !== 'household') throw new InputError('A unit is person or household.');
}

export function checkName(what: string, text: string): void {
	if (text === '' || text.length > 1000 || /\p{Cc}/u.test(text) || !text.isWellFormed())
		throw new InputError(`The ${what} of a charge is a text of 1 to 1000 characters without control characters.`);
}

/** What makes two requests the same one: the same plan on the same delivery, whatever it is called. */
export function requestKey({ planHash, lineage, unit, period, snapshot }: ChargeRequest): string {
	return createHash('sha256')
		.update(JSON.stringify([planHash, lineage, unit, period, snapshot]))
		.digest('hex');
}
