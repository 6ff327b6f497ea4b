import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditReport } from '../../tests/fixtures/audit-report.ts';
import { Workplace } from '../../tests/database/workplace.ts';

let place: Workplace;
beforeAll(async () => {
	place = await Workplace.open();
});
afterAll(() => place.close());

it.each([
	['no-json.json', 'passed: yes', 'no-json.json is not valid JSON'],
	['other.json', '{"format":1,"passed":true}', 'other.json is no report of an audit: form: '],
	['more.json', JSON.stringify({ ...auditReport('2026-01-01T00:00:00Z'), extra: 1 }), 'no setting named extra'],
	['later.json', JSON.stringify({ ...auditReport('2026-01-01T00:00:00Z'), format: 2 }), 'format: must be 1'],
	['empty.json', '', 'is empty']
])('refuses %s, and opens no database', async (name, text, told) => {
	place.write(name, text);
	const { code, stdout, stderr } = await place.run('publish-audit', name, '--database', 'embedded:unmade');
	expect([code, stdout]).toEqual([2, '']);
	expect(stderr).toContain(told);
	expect(existsSync(place.path('unmade'))).toBe(false);
});

it('stores a report once, and says what it holds', async () => {
	place.write('audit.json', JSON.stringify(auditReport('2026-01-01T00:00:00Z', { passed: false })));
	const first = await place.run('publish-audit', 'audit.json', '--json');
	const again = await place.run('publish-audit', 'audit.json', '--json');
	expect([first.code, again.code]).toEqual([0, 0]);
	const expected = { passed: false, madeAt: '2026-01-01T00:00:00Z', version: '0.1.0' };
	expect(JSON.parse(first.stdout)).toEqual({ already: false, ...expected });
	expect(JSON.parse(again.stdout)).toEqual({ already: true, ...expected });
	const { stdout } = await place.run('publish-audit', 'audit.json');
	expect(stdout).toContain('FAILED');
});
