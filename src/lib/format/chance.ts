import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

/** A probability as a frequency that people can picture, "17 van de 20"; never as certain. */
export function outOf20(probability: number, lang: Lang): string {
	const m = messagesFor(lang).chance;
	const times = Math.round(probability * 20);
	if (times < 1) return m.lessThanOne;
	return times > 19 ? m.moreThan19 : m.of20(String(times));
}
