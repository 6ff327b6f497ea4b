import type { UnmeasurableDefinition } from '../contract/catalogue.ts';
import { businessStart } from './business-start.ts';
import { businessTrouble } from './business-trouble.ts';
import { child } from './child.ts';
import { disability } from './disability.ts';
import { entrepreneurDied } from './entrepreneur-died.ts';
import { incomeDrop } from './income-drop.ts';
import { jobLoss } from './job-loss.ts';
import type { LifeEvent } from './life-event.ts';
import { movedOut } from './moved-out.ts';
import { newcomer } from './newcomer.ts';
import { partnerDied } from './partner-died.ts';
import { retirement } from './retirement.ts';
import { separation } from './separation.ts';
import { singleParent } from './single-parent.ts';
import { socialAssistanceStart } from './social-assistance-start.ts';
import { study } from './study.ts';
import { turned18 } from './turned-18.ts';

export type { LifeEvent } from './life-event.ts';

/** Life events that the tables tell of, those that were asked for first at the top; the last two are in the debt table of CBS. */
export const lifeEvents: readonly LifeEvent[] = [
	turned18,
	child,
	jobLoss,
	study,
	businessStart,
	businessTrouble,
	entrepreneurDied,
	separation,
	partnerDied,
	disability,
	retirement,
	movedOut,
	newcomer,
	singleParent,
	socialAssistanceStart,
	incomeDrop
];

/** Life events that are asked for and that tables about persons cannot tell. */
export const notMeasurable: readonly UnmeasurableDefinition[] = [
	{
		id: 'sustainable-enterprise',
		label: { nl: 'Duurzaam ondernemen', en: 'Sustainable enterprise' },
		reason: {
			nl: 'Dit gaat over subsidies en vergunningen van bedrijven. In tabellen over personen staat niet welke onderneming ze kreeg.',
			en: 'This is about subsidies and permits of businesses. Tables about persons do not tell which business received them.'
		}
	}
];
