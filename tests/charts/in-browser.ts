/** What a browser has to draw charts with. */
export { drawText } from '../../src/lib/charts/text-charts.ts';
export { readTexts } from '../../src/lib/messages/catalogue.ts';
