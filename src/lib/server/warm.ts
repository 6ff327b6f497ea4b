/** Pages that the menu leads to, in both languages: visitors come here first, and they are to stay up. */
const MENU = ['', '/signalen', '/levensgebeurtenissen', '/prioriteren', '/vergelijken', '/valideren']
	.concat([
		'/privacy',
		'/methode',
		'/methode/definities',
		'/methode/woorden',
		'/methode/audit',
		'/gegevens',
		'/toegankelijkheid'
	])
	.flatMap((path) => [path === '' ? '/' : path, `/en${path}`])
	// The names that a search looks through.
	.concat('/zoek/voorstellen.json?q=am');

/** Asks for the pages of the menu, one by one, after each publication; what cannot be had now is made when it is asked for. */
export function warmer(): (version: string | null, fetch: (path: string) => Promise<Response>) => void {
	let warmed: string | null = null;
	return (version, fetch) => {
		if (version === null || version === warmed) return;
		warmed = version;
		void (async () => {
			for (const path of MENU) await fetch(path).then((response) => response.arrayBuffer());
		})().catch(() => {
			warmed = null;
		});
	};
}
