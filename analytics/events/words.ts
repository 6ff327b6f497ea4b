import type { Text } from '../contract/spec.ts';

/** True of every event. */
export const NOT_FOR: Text = {
	nl: 'Beslissingen over één persoon of huishouden. De cijfers laten zien wat samen voorkomt, niet wat de oorzaak is.',
	en: 'Decisions about any one person or household. The figures show what goes together, not what causes what.'
};

/**
 * Of sizes that follow from a table of persons who came into problematic debts in 2018: their number divided by the risk, for
 * events of three years.
 */
export const FROM_DEBT_TABLE =
	'afgeleid uit CBS, dashboard Schuldenproblematiek in beeld, life events 2018 (personen die instroomden, gedeeld door het percentage, per jaar); zonder personen die een jaar eerder al problematische schulden in het huishouden hadden';
