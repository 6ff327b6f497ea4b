/** Calls `start` once, when the element comes near the screen. Returns what forgets it. */
export function whenNear(element: Element, start: () => void): () => void {
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			start();
		},
		{ rootMargin: '200px' }
	);
	observer.observe(element);
	return () => observer.disconnect();
}
