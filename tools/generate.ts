import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { manifestSchema } from '../analytics/contract/manifest.ts';
import { planSchema } from '../analytics/contract/plan.ts';
import { specSchema } from '../analytics/contract/spec.ts';
import { openEngine } from '../analytics/engine/engine.ts';
import { measureSql } from '../analytics/measure/sql.ts';
import { checksPage } from '../analytics/microdata/checks/page.ts';
import { tablesPage } from '../analytics/microdata/tables/page.ts';
import { formerMunicipalities } from '../analytics/regions/former.ts';
import { gemeenten } from '../analytics/regions/nederland.ts';
import { loadSpecification } from '../analytics/specification/load.ts';
import { cbsSeries } from '../analytics/synthetic/published/cbs-series.ts';
import { definitions } from './definitions.ts';
import { releaseStatesPage } from './release-states.ts';

// Writes the generated files; with --check it writes nothing and fails when one is out of date.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');

async function generated(): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	const schemas = { spec: specSchema, plan: planSchema, manifest: manifestSchema };
	for (const [name, schema] of Object.entries(schemas)) {
		const path = `analytics/contract/${name}.schema.json`;
		files.set(path, await formatted(path, JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))));
	}
	const words = 'analytics/contract/definitions.json';
	files.set(words, await formatted(words, JSON.stringify(definitions())));
	const places = 'analytics/contract/municipalities.json';
	files.set(places, await formatted(places, JSON.stringify(municipalities())));
	const cbs = 'analytics/contract/cbs-figures.json';
	files.set(cbs, await formatted(cbs, JSON.stringify(cbsSeries())));
	const ended = 'analytics/contract/former-municipalities.json';
	files.set(ended, await formatted(ended, JSON.stringify(formerMunicipalities())));
	const engine = await openEngine({ readable: [] });
	for (const example of ['netherlands', 'eusilc-households', 'eusilc-persons', 'eusilc-income', 'assistance-months']) {
		const { domain } = await loadSpecification(join(root, 'examples', `${example}.yaml`));
		const sql = domain.tables.map(
			(table) => `-- ${table.id}\n${measureSql(engine, domain, table, 'analysis_file')};\n`
		);
		files.set(`analytics/measure/sql/${example}.sql`, sql.join('\n'));
	}
	await engine.close();
	const pages = {
		'docs/release-states.md': releaseStatesPage(),
		'docs/cbs-tables.md': tablesPage(),
		'docs/checks.md': checksPage()
	};
	for (const [page, text] of Object.entries(pages)) files.set(page, await formatted(page, text));
	return files;
}

/** Public facts by which municipalities are compared. */
function municipalities() {
	return gemeenten.map(({ code, population2024, households2020, landKm2 }) => ({
		code,
		inhabitants: population2024,
		households: households2020,
		landKm2
	}));
}

async function formatted(path: string, text: string): Promise<string> {
	return format(text, { ...(await resolveConfig(join(root, path))), filepath: path });
}

let stale = 0;
for (const [path, text] of await generated()) {
	const file = join(root, path);
	if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
	stale += 1;
	console.log(`${check ? 'out of date' : 'written'}: ${path}`);
	if (check) continue;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
if (check && stale > 0) console.log('Run "npm run generate" and commit what it writes.');
process.exitCode = check && stale > 0 ? 1 : 0;
