import type { TextChartInput } from './text-charts.ts';

/**
 * Brings a chart to life: shows a figure in words on hover and focus, lets the arrow keys move over a map, and draws a chart
 * with text again at the width it has on this screen. Returns what undoes all of it.
 */
export function enliven(holder: HTMLElement, tooltip: HTMLElement, input: TextChartInput | undefined): () => void {
	const stop = new AbortController();
	wake(holder);
	const unfit = input === undefined ? undefined : fit(holder, input, stop.signal);

	const show = (event: Event) => {
		const label = labelOf(event.target);
		tooltip.hidden = label === null;
		if (label === null) return;
		tooltip.textContent = label;
		place(tooltip, holder, event instanceof PointerEvent ? pointOf(event) : topOf(event.target as Element));
	};
	const hide = () => (tooltip.hidden = true);
	const { signal } = stop;
	for (const type of ['pointerover', 'pointermove', 'focusin']) holder.addEventListener(type, show, { signal });
	for (const type of ['pointerleave', 'focusout']) holder.addEventListener(type, hide, { signal });
	holder.addEventListener('keydown', (event) => (event.key === 'Escape' ? hide() : step(event)), { signal });
	return () => {
		stop.abort();
		unfit?.();
	};
}

/** Draws the chart at the holder's width, now and whenever that changes. */
function fit(holder: HTMLElement, input: TextChartInput, signal: AbortSignal): () => void {
	let width = 0;
	const observer = new ResizeObserver(() => {
		const now = Math.max(280, Math.round(holder.clientWidth));
		if (Math.abs(now - width) < 2) return;
		width = now;
		void import('./text-charts.ts').then(async ({ drawText }) => {
			// Each drawing in a task of its own: the page answers in between.
			await new Promise((resolve) => setTimeout(resolve));
			if (signal.aborted || now !== width) return;
			holder.replaceChildren(drawText({ ...input, width }, document));
			wake(holder);
		});
	});
	observer.observe(holder);
	return () => observer.disconnect();
}

/** Makes a drawing speak, and reachable with one press of the tab key. */
function wake(holder: HTMLElement): void {
	const svg = holder.querySelector('svg');
	if (svg === null) return;
	speak(svg);
	svg.querySelector('a')?.setAttribute('tabindex', '0');
}

/** The browser's own tooltip comes late and not on focus: keep the words, drop the title. */
function speak(svg: SVGSVGElement): void {
	for (const title of [...svg.querySelectorAll('title')]) {
		const marked = title.parentElement;
		marked?.setAttribute(marked.localName === 'a' ? 'aria-label' : 'data-label', title.textContent ?? '');
		title.remove();
	}
}

function labelOf(target: EventTarget | null): string | null {
	if (!(target instanceof Element)) return null;
	const marked = target.closest('a[aria-label], [data-label]');
	return marked?.getAttribute('aria-label') ?? marked?.getAttribute('data-label') ?? null;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

/** A region or a column can be large: the words stay by the pointer. */
const pointOf = (event: PointerEvent): Point => ({ x: event.clientX, y: event.clientY });

function topOf(target: Element): Point {
	const mark = (target.closest('a') ?? target).getBoundingClientRect();
	return { x: mark.left + mark.width / 2, y: mark.top };
}

function place(tooltip: HTMLElement, holder: HTMLElement, at: Point): void {
	const frame = holder.getBoundingClientRect();
	const half = tooltip.offsetWidth / 2;
	tooltip.style.left = `${Math.max(half, Math.min(frame.width - half, at.x - frame.left))}px`;
	tooltip.style.top = `${at.y - frame.top}px`;
}

const directions: Record<string, readonly [number, number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** Moves the focus to the nearest region in the arrow's direction. */
function step(event: KeyboardEvent): void {
	const direction = directions[event.key];
	const from = event.target instanceof Element ? event.target.closest('a') : null;
	if (direction === undefined || from === null) return;
	event.preventDefault();
	const start = centre(from);
	let best: Element | null = null;
	let least = Infinity;
	for (const link of from.closest('svg')?.querySelectorAll('a') ?? []) {
		if (link === from) continue;
		const at = centre(link);
		const along = (at.x - start.x) * direction[0] + (at.y - start.y) * direction[1];
		const aside = Math.abs((at.x - start.x) * direction[1]) + Math.abs((at.y - start.y) * direction[0]);
		const cost = along + 2 * aside;
		if (along > 1 && cost < least) [best, least] = [link, cost];
	}
	if (best === null) return;
	from.setAttribute('tabindex', '-1');
	best.setAttribute('tabindex', '0');
	(best as unknown as SVGAElement).focus();
}

function centre(element: Element): Point {
	const box = element.getBoundingClientRect();
	return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
