import type { ParamMatcher } from '@sveltejs/kit';
import { formats } from '$lib/downloads.ts';

/** A form that the figures of a view can be taken along in. */
export const match: ParamMatcher = (param) => (formats as readonly string[]).includes(param);
