import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const unsafeSql = ['raw', 'lit', 'ref', 'table', 'id'].map((name) => ({
	selector: `CallExpression[callee.object.name="sql"][callee.property.name="${name}"]`,
	message: `sql.${name} can carry user input into SQL; bind a value or map it to a fixed name.`
}));
const noMathRandom = {
	selector: 'MemberExpression[object.name="Math"][property.name="random"]',
	message: 'Randomness arrives as an argument; noise comes from the entropy of diffprivlib-js.'
};

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', '.voorzicht/', 'test-results/', 'playwright-report/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-restricted-syntax': ['error', noMathRandom, ...unsafeSql]
		}
	},
	{
		files: ['analytics/**/*.ts'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		// Links are built in src/lib/links.ts, and the dashboard has no base path.
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		// Drawings and rows come from our own server, which escapes every text in them; tests try to break out.
		files: ['src/lib/components/Chart.svelte', 'src/lib/components/WrittenRows.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		// What it holds is drawn by Svelte itself, on the server, and brought to life by Svelte: no other hand is in it.
		files: ['src/lib/components/Later.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off', 'svelte/no-dom-manipulating': 'off' }
	}
);
