import { attributesTexts } from '../messages/attributes.ts';
import type { Lang } from '../messages/index.ts';

/** By what people are put into groups, in words. Attributes that we have no word for keep their own name. */
export function attributeName(attribute: string, lang: Lang): string {
	return attributesTexts(lang)[attribute] ?? attribute.replaceAll('_', ' ');
}
