import { beforeEach, expect, it } from 'vitest';
import { auditReport } from '../../tests/fixtures/audit-report.ts';
import type { AuditReport } from '../contract/audit.ts';
import { auditInBackground } from './background-audit.ts';

let stored: AuditReport[];
let said: string[];
let known: boolean;
beforeEach(() => {
	stored = [];
	said = [];
	known = false;
});
const store = {
	hasAudit: async () => known,
	publishAudit: async (report: AuditReport) => stored.push(report) > 0
};
const progress = { say: (line: string) => void said.push(line) };
const stop = new AbortController().signal;

it('stores what the audit found, also when it failed', async () => {
	for (const passed of [true, false]) {
		const report = auditReport('2026-01-01T00:00:00Z', { passed });
		await auditInBackground(store, progress, stop, async () => report);
		expect(stored.at(-1)).toBe(report);
	}
	expect(said).toEqual([expect.stringContaining('passed'), expect.stringContaining('FAILED')]);
});

it('does not audit a version of which there is a report', async () => {
	known = true;
	await auditInBackground(store, progress, stop, () => Promise.reject(new Error('audited again')));
	expect([stored, said]).toEqual([[], []]);
});

it('says one line when the audit cannot be made', async () => {
	await auditInBackground(store, progress, stop, () => Promise.reject(new Error('a secret')));
	expect(stored).toEqual([]);
	expect(said).toEqual([expect.stringContaining('could not be made')]);
	expect(said.join('')).not.toContain('secret');
});

it('says nothing when the user stops it', async () => {
	const interrupted = Object.assign(new Error('killed'), { signal: 'SIGINT' });
	await auditInBackground(store, progress, stop, () => Promise.reject(interrupted));
	// The real audit, in its own process, which ends with the signal.
	await auditInBackground(store, progress, AbortSignal.abort());
	const soon = new AbortController();
	const ended = auditInBackground(store, progress, soon.signal);
	soon.abort();
	await ended;
	expect([stored, said]).toEqual([[], []]);
});
