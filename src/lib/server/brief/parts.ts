import { date, whole } from '../../format/numbers.ts';
import { briefTexts } from '../../messages/brief.ts';
import type { Lang } from '../../messages/index.ts';
import { boxed, insideBox, link, list, ornament, stack, text, type Block } from './blocks.ts';
import type { Brief, BriefChart } from './brief.ts';
import { figures } from './figure.ts';
import type { Forms as FormsOf } from './fit.ts';
import { palette, styles } from './look.ts';
import { page } from './page.ts';
import { table } from './table.ts';

type Pdf = PDFKit.PDFDocument;
type Forms = FormsOf<Block>;

/** Letters of a name that still fit on two lines. */
const LONGEST_TITLE = 70;
/** More rows than these no page has room for. */
const MOST_ROWS = 16;

/** The page that tells: figures in words, as a table, over time, and what rises. */
export function firstPage(pdf: Pdf, brief: Brief): Forms[] {
	const m = briefTexts(brief.lang);
	const { figures: all } = brief;
	if (all === null) return [[() => header(pdf, brief)], [() => text(pdf, 'P', m.none, styles.text, page.inside)]];
	return [
		[() => header(pdf, brief)],
		shorter(brief.short, 1, (short) => under(pdf, m.short, list(pdf, short, page.inside))),
		shorter(all.rows, 1, (rows, left) =>
			under(
				pdf,
				all.caption,
				table(pdf, { ...all, rows }, [0.29, 0.1, 0.22, 0.07, 0.32], page.inside),
				...more(pdf, left, brief.lang)
			)
		),
		[() => under(pdf, m.trend, charts(pdf, brief.trends, m.trendNone))],
		shorter(brief.rising, 1, (rising, left) =>
			under(pdf, m.rising, list(pdf, rising, page.inside), ...more(pdf, left, brief.lang))
		)
	];
}

/** The page that explains: for whom, how it is elsewhere, and how to read it all. */
export function secondPage(pdf: Pdf, brief: Brief): Forms[] {
	const m = briefTexts(brief.lang);
	const { comparison, figures } = brief;
	const { how: always, definitions } = brief;
	const how = shorter([...always, ...definitions], always.length, (said) => {
		const width = insideBox(page.inside);
		const lines = said.map((line) =>
			line.includes(brief.address)
				? link(pdf, line, brief.address, styles.link, width)
				: text(pdf, 'P', line, styles.small, width)
		);
		return boxed(pdf, stack([text(pdf, 'H2', m.how, styles.heading, width), ...lines], 3), page.inside);
	});
	if (figures === null) return [how];
	const groups = () => under(pdf, m.groups, charts(pdf, brief.groups, m.groupsNone));
	if (comparison === null) return [[groups], how];
	const lead = text(pdf, 'P', `${comparison.lead} ${m.overlap}`, styles.text, page.inside);
	const columns = comparison.table.head.length - 1;
	const shares = [0.25, ...Array.from({ length: columns }, () => 0.75 / columns)];
	const elsewhere = shorter(comparison.table.rows, 1, (rows) =>
		under(pdf, comparison.title, lead, table(pdf, { ...comparison.table, rows }, shares, page.inside))
	);
	return [[groups], elsewhere, how];
}

/** As many rows as a page may have room for, and ever fewer of them, down to `least`. */
function shorter<Row>(rows: readonly Row[], least: number, form: (rows: readonly Row[], left: number) => Block): Forms {
	const most = Math.min(Math.max(MOST_ROWS, least), rows.length);
	const forms = Math.max(0, most - Math.min(least, most)) + 1;
	return Array.from({ length: forms }, (_, i) => () => form(rows.slice(0, most - i), rows.length - most + i));
}

function more(pdf: Pdf, left: number, lang: Lang): Block[] {
	return left === 0 ? [] : [text(pdf, 'P', briefTexts(lang).more(whole(left, lang)), styles.small, page.inside)];
}

function under(pdf: Pdf, heading: string, ...blocks: Block[]): Block {
	return stack([text(pdf, 'H2', heading, styles.heading, page.inside), ...blocks], 4);
}

function header(pdf: Pdf, { title, place, publishedAt, notices, lang }: Brief): Block {
	const m = briefTexts(lang);
	const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
	const dated = publishedAt === null ? [] : m.dated(date(publishedAt, lang));
	const about = [`${place.charAt(0).toUpperCase()}${place.slice(1)}.`, m.about, dated].flat().join(' ');
	const lines = [
		text(pdf, 'H1', short, styles.title, page.inside),
		text(pdf, 'P', about, { ...styles.text, colour: palette.quiet }, page.inside),
		...notices.map((notice) => text(pdf, 'P', notice, styles.strong, page.inside))
	];
	const words = stack(lines, 3);
	return {
		height: words.height,
		draw(parent, x, y) {
			ornament(pdf, () => pdf.save().rect(0, 0, page.width, 10).fill(palette.brand).restore());
			words.draw(parent, x, y);
		}
	};
}

function charts(pdf: Pdf, shown: readonly BriefChart[], none: string): Block {
	if (shown.length === 0) return text(pdf, 'P', none, styles.text, page.inside);
	return figures(pdf, shown, page.half, page.between);
}
