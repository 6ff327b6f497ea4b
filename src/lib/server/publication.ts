import { database } from './db.ts';
import { versionAsker } from './page-cache/version.ts';
import { publication } from './queries/publication.ts';

/** Which publication the database has, as this process knows it; null while the database does not answer. */
export const publicationNow = versionAsker(async () => publication(database()));
