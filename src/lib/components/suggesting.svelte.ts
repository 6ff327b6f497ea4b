import { goto } from '$app/navigation';
import type { Suggestion } from '../format/found.ts';
import { href } from '../links.ts';
import { findingTexts } from '../messages/finding.ts';
import type { Lang } from '../messages/index.ts';
import { suggester } from './suggest.ts';

/** What stands below a search field while somebody types in it, and which of it the arrows are at. */
export class Suggesting {
	suggestions = $state.raw<readonly Suggestion[]>([]);
	isOpen = $state(false);
	/** The suggestion that the arrows are at; -1 for what is typed. */
	at = $state(-1);
	said = $state('');
	readonly #lang: Lang;
	readonly #clear: () => void;
	readonly #suggest;

	/** @param clear empties the field, when something else than what is in it was chosen */
	constructor(field: HTMLInputElement, lang: Lang, clear: () => void) {
		this.#lang = lang;
		this.#clear = clear;
		this.#suggest = suggester((found) => {
			this.suggestions = found ?? [];
			this.isOpen = this.suggestions.length > 0 && document.activeElement === field;
			this.at = -1;
			this.said = found === null ? '' : findingTexts(lang).found(found.length);
		});
	}

	typed(text: string): void {
		const q = text.trim();
		this.#suggest.ask(href(this.#lang, '/zoek/voorstellen.json', { q }), q);
	}

	stop(): void {
		this.#suggest.stop();
	}

	close(): void {
		this.isOpen = false;
		this.at = -1;
		this.stop();
	}

	async choose({ href }: Suggestion): Promise<void> {
		this.close();
		this.#clear();
		this.suggestions = [];
		await goto(href);
	}

	pressed(event: KeyboardEvent): void {
		if (event.isComposing) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			if (this.suggestions.length === 0) return;
			event.preventDefault();
			const step = event.key === 'ArrowDown' ? 1 : -1;
			const places = this.suggestions.length + 1;
			if (this.isOpen) this.at = ((this.at + 1 + step + places) % places) - 1;
			else this.at = step === 1 ? 0 : this.suggestions.length - 1;
			this.isOpen = true;
		} else if (event.key === 'Escape' && this.isOpen) {
			event.preventDefault();
			this.close();
		} else if (event.key === 'Enter') {
			const chosen = this.isOpen ? this.suggestions[this.at] : undefined;
			if (chosen === undefined) return this.close();
			event.preventDefault();
			void this.choose(chosen);
		}
	}
}
