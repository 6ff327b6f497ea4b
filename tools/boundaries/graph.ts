import { builtinModules } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

export interface Edge {
	/** File that imports, relative to the project. */
	readonly from: string;
	/** Imported file, package name, or `node:` module. */
	readonly to: string;
	/** The import vanishes when types are stripped. */
	readonly typeOnly: boolean;
}

/** Walks the imports of every source file below `root`; tests are left out, because they may look anywhere. */
export async function importGraph(root: string): Promise<Edge[]> {
	const folders = ['analytics', 'src', 'migrations'].filter((folder) => existsSync(join(root, folder)));
	const result = await cruise(
		folders,
		{
			baseDir: root,
			doNotFollow: { path: 'node_modules' },
			exclude: { path: String.raw`\.test\.ts$|\.laws\.ts$|/test-support` },
			tsPreCompilationDeps: true,
			moduleSystems: ['es6'],
			enhancedResolveOptions: {
				exportsFields: ['exports'],
				conditionNames: ['import', 'types', 'node', 'svelte'],
				extensions: ['.ts', '.js', '.svelte']
			}
		},
		{ alias: { $lib: join(root, 'src', 'lib') } } as object
	);
	const { modules } = result.output as ICruiseResult;
	return modules
		.filter((module) => /^(analytics|src|migrations)\//.test(module.source))
		.flatMap((module) =>
			module.dependencies.map((dependency) => ({
				from: module.source,
				to: target(dependency.resolved, dependency.module),
				typeOnly: dependency.dependencyTypes.includes('type-only')
			}))
		);
}

function target(resolved: string, written: string): string {
	if (resolved.startsWith('analytics/') || resolved.startsWith('migrations/') || resolved.startsWith('src/'))
		return resolved;
	if (written.startsWith('node:') || builtinModules.includes(written)) return `node:${written.replace(/^node:/, '')}`;
	if (written.startsWith('$')) return written.split('/')[0]!;
	if (written.startsWith('.')) return resolved;
	return written
		.split('/')
		.slice(0, written.startsWith('@') ? 2 : 1)
		.join('/');
}
