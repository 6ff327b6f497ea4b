import { readdirSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { browser, browserFlags } from './tools/browser.ts';

const port = 4178;
const folder = 'tests/e2e';

/** Each file of tests is a visitor with an address of its own, as downloads and searches are limited by address. */
const visitors = readdirSync(folder)
	.filter((name) => name.endsWith('.spec.ts'))
	.toSorted()
	.map((name, i) => ({
		name: name.replace('.spec.ts', ''),
		testMatch: name,
		use: { extraHTTPHeaders: { 'x-visitor': `198.51.100.${i + 1}` } }
	}));

/** Browser tests run against a real release of a small synthetic Netherlands, served by the built dashboard. */
export default defineConfig({
	testDir: folder,
	outputDir: 'test-results',
	globalSetup: './tests/e2e/release.ts',
	workers: 1,
	forbidOnly: true,
	retries: 0,
	projects: visitors,
	reporter: [['list'], ['json']],
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		browserName: 'chromium',
		launchOptions: { ...browser(), args: browserFlags, chromiumSandbox: false },
		screenshot: 'only-on-failure',
		trace: 'off'
	}
});
