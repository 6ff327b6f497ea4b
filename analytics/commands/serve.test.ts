import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startWebServer, webEnvironment } from './web-server.ts';

const built = existsSync(join(import.meta.dirname, '..', '..', 'build', 'index.js'));

it('the web server is told five things and no more', () => {
	expect(Object.keys(webEnvironment('postgres://reader@localhost/db', 3000)).sort()).toEqual([
		'DATABASE_URL',
		'HOST',
		'NODE_ENV',
		'ORIGIN',
		'PORT'
	]);
});

it('of the environment it is told how a proxy reaches it, and nothing else', () => {
	const outside = {
		ORIGIN: 'https://voorzicht.example',
		ADDRESS_HEADER: 'x-real-ip',
		PGPASSWORD: 'secret',
		HOST: '0.0.0.0'
	};
	const told = webEnvironment('postgres://reader@localhost/db', 3000, outside);
	expect(told).toEqual({
		...webEnvironment('postgres://reader@localhost/db', 3000),
		ORIGIN: 'https://voorzicht.example',
		ADDRESS_HEADER: 'x-real-ip'
	});
});

it.runIf(process.platform === 'linux' && built)(
	'the running process has no path and no credential of microdata or ledger in its environment or arguments',
	async () => {
		const secrets = { VOORZICHT_LEDGER: 'postgres://owner:canary-ledger@h/l', MICRODATA: '/secret/canary-microdata' };
		Object.assign(process.env, secrets);
		const web = await startWebServer('postgres://reader:pw@127.0.0.1:1/none', 4279);
		try {
			const about = ['environ', 'cmdline']
				.map((file) => readFileSync(`/proc/${web.process.pid}/${file}`, 'utf8'))
				.join('');
			expect(about).toContain('DATABASE_URL=postgres://reader');
			expect(about).not.toContain('canary');
			expect(about).not.toMatch(/LEDGER|MICRODATA|\.voorzicht/);
		} finally {
			await web.stop();
			for (const name of Object.keys(secrets)) delete process.env[name];
		}
	}
);
