import type { Picture } from './picture.ts';

/** Pixels for each unit of the drawing: sharp on paper. */
const SCALE = 2;

/** The picture as PNG, drawn by the browser itself. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
	const image = new Image(width * SCALE, height * SCALE);
	// The security policy lets an image come from data, not from a blob.
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * SCALE;
	canvas.height = height * SCALE;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png')
	);
}
