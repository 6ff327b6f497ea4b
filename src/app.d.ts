declare global {
	namespace App {
		interface Error {
			message: string;
			/** What went wrong, for the error page to put into words. */
			kind?: 'unknown-region' | 'unavailable' | 'too-many';
		}
	}
}

export {};
