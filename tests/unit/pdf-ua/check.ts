import { annotations } from './annotations.ts';
import { document } from './document.ts';
import { figures } from './figures.ts';
import { openFile } from './file.ts';
import type { Finding } from './file.ts';
import { fonts } from './fonts.ts';
import { headings } from './headings.ts';
import { language } from './language.ts';
import { marks } from './marks.ts';
import { nesting } from './nesting.ts';
import { notes } from './notes.ts';
import { roles } from './roles.ts';
import { tables } from './tables.ts';

/**
 * What a machine can find wrong with a file as PDF/UA-1 (ISO 14289-1), by the failure conditions of the Matterhorn Protocol 1.1
 * that can apply to a brief. Stricter than the norm where that makes the check simpler: what it cannot read it refuses. The
 * list of conditions, with those that take a person, is docs/pdf-ua.md.
 */
export function check(bytes: Uint8Array): Finding[] {
	const file = openFile(bytes);
	return [marks, roles, document, nesting, language, figures, headings, tables, notes, annotations, fonts].flatMap(
		(group) => group(file)
	);
}
