/** Long enough for a browser to have begun its download. */
const KEPT = 60_000;

/** Hands a file to the browser to keep. */
export function offer(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** A title as the name of a file: small letters and dashes. */
export function fileName(title: string, ending: string): string {
	const name = title
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 80);
	return `voorzicht-${name}.${ending}`;
}
