/**
 * Ties what shows the same region together: while the pointer or the focus is on a region in a list, a map or a chart, everything
 * else in `root` that leads to that region carries the class `linked`. Regions are known by their address.
 */
export function linked(root: HTMLElement): () => void {
	const stop = new AbortController();
	let marked: Element[] = [];
	let current: string | null = null;

	let pointer = '';
	/** Whether the pointer itself moved: what a scrolling page brings under it is not what one points at. */
	const hasMoved = ({ screenX, screenY }: PointerEvent) => pointer !== (pointer = `${screenX} ${screenY}`);
	root.addEventListener('pointermove', hasMoved, { signal: stop.signal, passive: true });

	const mark = (event: Event) => {
		if (event.type === 'pointerover' && !hasMoved(event as PointerEvent)) return;
		const address = addressOf(event.target);
		if (address === current) return;
		current = address;
		for (const element of marked) element.classList.remove('linked');
		marked = address === null ? [] : [...root.querySelectorAll(`a[href="${CSS.escape(address)}"]`)];
		for (const element of marked) element.classList.add('linked');
	};
	for (const type of ['pointerover', 'pointerleave', 'focusin', 'focusout'])
		root.addEventListener(type, mark, { signal: stop.signal });
	return () => stop.abort();
}

/** Where the region under the pointer leads: its link, or that of the row it is told in. */
function addressOf(target: EventTarget | null): string | null {
	if (!(target instanceof Element)) return null;
	const link = target.closest('a[href]') ?? target.closest('li, tr')?.querySelector('a[href]');
	const address = link?.getAttribute('href') ?? null;
	return address !== null && address.includes('/regio/') ? address : null;
}
