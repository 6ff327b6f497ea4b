import { definitions } from '../../../../../analytics/contract/catalogue.ts';
import type { Text } from '../../../../../analytics/contract/spec.ts';
import type { PageServerLoad } from './$types';

/** Every definition in one language: the page is read in one, and they are long. */
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang === 'en' ? 'en' : 'nl';
	return { definitions: inLanguage(definitions, lang) };
};

type Told<T> = T extends Text
	? string
	: T extends readonly (infer Item)[]
		? Told<Item>[]
		: T extends object
			? { [K in keyof T]: Told<T[K]> }
			: T;

function inLanguage<T>(value: T, lang: keyof Text): Told<T> {
	if (isText(value)) return value[lang] as Told<T>;
	if (Array.isArray(value)) return value.map((item) => inLanguage(item, lang)) as Told<T>;
	if (typeof value !== 'object' || value === null) return value as Told<T>;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inLanguage(inner, lang)])) as Told<T>;
}

function isText(value: unknown): value is Text {
	return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value;
}
