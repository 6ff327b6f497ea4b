import { defineConfig } from '@playwright/test';
import { browser, browserFlags } from './tools/browser.ts';

const port = 4178;

/** Browser tests run against a real release of a small synthetic Netherlands, served by the built dashboard. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	globalSetup: './tests/e2e/release.ts',
	workers: 1,
	forbidOnly: true,
	retries: 0,
	reporter: [['list'], ['json']],
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		browserName: 'chromium',
		launchOptions: { ...browser(), args: browserFlags, chromiumSandbox: false },
		screenshot: 'only-on-failure',
		trace: 'off'
	}
});
