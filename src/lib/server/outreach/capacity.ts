import { assumptions } from '../../../../analytics/early-warning/outreach/channels.ts';
import type { Capacity, Channel, ChannelName } from '../../../../analytics/early-warning/outreach/channels.ts';
import type { OutreachState } from '../../url.ts';

/** Hours that a small team has for this in a month. */
const HOURS = 160;
/** Per cent of the capacity that lots are drawn for. */
const LEARN = 10;

const parameter = { visit: 'bezoek', call: 'bellen', letter: 'brief' } as const satisfies Record<ChannelName, string>;

/** A channel as the form shows it: its own parameters, and where its standard values come from. */
export interface ChannelField {
	readonly name: ChannelName;
	readonly parameter: (typeof parameter)[ChannelName];
	readonly hours: number;
	/** Per cent. */
	readonly response: number;
	/** Null when only the hours count. */
	readonly most: number | null;
	readonly source: string | null;
}

export interface Choices {
	readonly hours: number;
	readonly channels: readonly ChannelField[];
	readonly fair: boolean;
	/** Per cent. */
	readonly learn: number;
}

/** What the address says of the team, with what is assumed where it says nothing. */
export function choicesOf(state: OutreachState): Choices {
	return {
		hours: state.uren ?? HOURS,
		channels: assumptions.map(({ channel, source }) => {
			const own = parameter[channel.name];
			return {
				name: channel.name,
				parameter: own,
				hours: state[`${own}Uren`] ?? channel.hours,
				response: state[`${own}Antwoord`] ?? Number((100 * channel.response).toFixed(6)),
				most: state[`${own}Hoogstens`] ?? channel.most,
				source
			};
		}),
		fair: state.eerlijk !== 'nee',
		learn: state.leren ?? LEARN
	};
}

export function capacityOf({ hours, channels }: Choices): Capacity {
	return { hours, channels: channels.map(channelOf) };
}

function channelOf({ name, hours, response, most }: ChannelField): Channel {
	return { name, hours, response: response / 100, most };
}
