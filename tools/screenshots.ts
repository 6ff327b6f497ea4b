// Takes the pictures of the README from a running dashboard: node tools/screenshots.ts http://localhost:3000
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browser, browserFlags } from './browser.ts';

const MOST_BYTES = 250_000;
const folder = join(import.meta.dirname, '..', 'docs', 'pictures');

const pictures = [
	{ name: 'overview', path: '/', width: 1440, height: 1180 },
	{ name: 'region', path: '/regio/GM0363', width: 1440, height: 1250 },
	{ name: 'phone', path: '/', width: 390, height: 1700 },
	{ name: 'signals', path: '/signalen', width: 1440, height: 1560 }
] as const;

async function run(base: string) {
	mkdirSync(folder, { recursive: true });
	const chrome = await chromium.launch({ ...browser(), args: browserFlags, chromiumSandbox: false });
	try {
		for (const { name, path, width, height } of pictures) {
			const page = await chrome.newPage({ viewport: { width, height }, colorScheme: 'light' });
			const response = await page.goto(new URL(path, base).href, { waitUntil: 'networkidle' });
			if (response?.status() !== 200) throw new Error(`${path} answers ${String(response?.status())}`);
			const file = join(folder, `${name}.png`);
			await page.screenshot({ path: file, animations: 'disabled' });
			await page.close();
			const bytes = statSync(file).size;
			if (bytes > MOST_BYTES) throw new Error(`${name}.png has ${bytes} bytes; take a smaller part of the page`);
			process.stdout.write(`${name}.png ${Math.round(bytes / 1000)} kB\n`);
		}
	} finally {
		await chrome.close();
	}
}

const base = process.argv[2];
if (base === undefined) {
	process.stderr.write('Give the address of a running dashboard: node tools/screenshots.ts http://localhost:3000\n');
	process.exitCode = 2;
} else await run(base);
