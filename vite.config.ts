import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['analytics/**/*.test.ts', 'src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'tools/**/*.test.ts'],
					exclude: ['**/*.db.test.ts', '**/node_modules/**'],
					testTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['analytics/**/*.db.test.ts', 'tests/database/**/*.test.ts'],
					globalSetup: ['tests/database/cluster.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
