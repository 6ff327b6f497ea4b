import { LONGEST_NAME, MOST_OF, isPlain, reasons, states } from './entry.ts';
import type { Entry } from './entry.ts';

/** Whether a field may hold a text. */
type Rule = (text: string) => boolean;

const isText =
	(most: number, least = 0): Rule =>
	(text) =>
		text.length >= least && text.length <= most && isPlain(text);
const isOneOf =
	(...options: readonly string[]): Rule =>
	(text) =>
		options.includes(text);

/** Every field of an entry is there, is a text, and is one that this program could have written. */
const rules: Readonly<Record<keyof Entry, Rule>> = {
	figure: (text) => /^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$/.test(text),
	group: (text) => text === '' || (isText(256)(text) && /^[^.]+\../.test(text)),
	region: isText(64, 1),
	since: isText(32, 1),
	name: isText(LONGEST_NAME, 1),
	state: isOneOf(...states),
	who: isText(MOST_OF.who),
	reason: isOneOf('', ...reasons),
	note: isText(MOST_OF.note),
	at: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && isTime(text)
};

const fields = Object.keys(rules) as (keyof Entry)[];

function isTime(text: string): boolean {
	const at = new Date(text);
	return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** The name of the first field that is wrong, or of one too many; null for an entry. */
export function wrongField(value: unknown): string | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
	const more = Object.keys(value).find((name) => !Object.hasOwn(rules, name));
	if (more !== undefined) return more;
	const found = value as Readonly<Record<string, unknown>>;
	const wrong = fields.find((name) => {
		const text = Object.hasOwn(found, name) ? found[name] : undefined;
		return typeof text !== 'string' || !rules[name](text);
	});
	return wrong ?? contradiction(value as Entry);
}

/** A name belongs to who took a signal up, a reason to a dismissal; another reason says which. */
function contradiction({ state, who, reason, note }: Entry): string | null {
	if ((state === 'taken') !== (who !== '')) return 'who';
	if ((state === 'dismissed') !== (reason !== '')) return 'reason';
	return (note !== '' && reason === '') || (note === '' && reason === 'other') ? 'note' : null;
}
