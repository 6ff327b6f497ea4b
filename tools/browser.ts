// Unpacks the Chromium that ships inside an npm package, and says how to start it.
// The package is made for a cloud function; its own start flags switch web security off, so none of them are used.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'node_modules', '.cache', 'voorzicht-browser');

export const browserFlags = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** The browser's path and environment; `CHROMIUM_PATH` names another browser, for platforms that the package lacks. */
export function browser() {
	const own = process.env.CHROMIUM_PATH;
	if (own !== undefined) return { executablePath: own, env: { ...process.env } };
	return {
		executablePath: join(folder, 'chromium'),
		env: {
			...process.env,
			LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
			FONTCONFIG_PATH: join(folder, 'fonts'),
			FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf'),
			HOME: folder
		}
	};
}

async function unpack() {
	if (process.env.CHROMIUM_PATH !== undefined || process.platform !== 'linux') return;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// The package unpacks into the temporary folder and takes whatever is there for its own: give it a private one.
	process.env.TMPDIR = folder;
	const { inflate } = await import('@sparticuz/chromium');
	const archives = join(root, 'node_modules', '@sparticuz', 'chromium', 'bin');
	for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(archives, name));
	const nested = join(folder, 'fonts', 'fonts');
	const fonts = existsSync(nested) ? nested : join(folder, 'fonts');
	const cache = join(folder, 'font-cache');
	mkdirSync(cache, { recursive: true });
	// Its own fonts.conf points at folders of the cloud function; without this one all text has no width.
	writeFileSync(
		join(folder, 'fonts', 'fonts.conf'),
		`<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n  <dir>${fonts}</dir>\n  <cachedir>${cache}</cachedir>\n</fontconfig>\n`
	);
	if (!existsSync(join(folder, 'chromium'))) throw new Error('the browser package holds no chromium');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await unpack();
