import type { ClientInit } from '@sveltejs/kit';
import { languageOf, readMessages } from '$lib/messages/index.ts';

/** An address that no page has is drawn without a layout: its texts must be there before it comes alive. */
export const init: ClientInit = () => readMessages(languageOf(location.pathname));
