import type { Lang } from './index.ts';

const catalogues: ((lang: Lang) => Promise<void>)[] = [];

/**
 * Texts in both languages. A browser fetches only the language that it reads, by `readTexts`; the server reads both while it
 * starts, by `read`, and is never without.
 */
export function catalogue<Nl, En>(nl: () => Promise<Nl>, en: () => Promise<En>) {
	const had: Partial<Record<Lang, Nl | En>> = {};
	const read = async (lang: Lang) => {
		had[lang] ??= await (lang === 'en' ? en() : nl());
	};
	catalogues.push(read);
	return {
		read: () => Promise.all([read('nl'), read('en')]),
		in: (lang: Lang): Nl | En => {
			const texts = had[lang];
			if (texts === undefined) throw new Error(`The texts in ${lang} were not read.`);
			return texts;
		}
	};
}

/** Fetches the texts in a language that the scripts which came so far can ask for. */
export async function readTexts(lang: Lang): Promise<void> {
	await Promise.all(catalogues.map((read) => read(lang)));
}
