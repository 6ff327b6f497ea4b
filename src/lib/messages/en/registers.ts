// What an organisation that uses Voorzicht can put into the registers that it keeps. Its own names stand between brackets.

export const registers = {
	title: 'Texts for registers',
	lead: 'Does your municipality use this website? Then these texts may go into its registers. Fill in what stands between brackets.',
	link: 'Texts for the Algorithm Register and the record of processing',
	check: 'Have your data protection officer check the text. You remain responsible for it.',
	entries: [
		{
			id: 'algoritmeregister',
			title: 'Algorithm Register',
			about: 'The fields follow the standard of the Dutch government’s Algorithm Register.',
			fields: [
				{ name: 'Name', text: ['Voorzicht: risk of poverty and debt by region'] },
				{ name: 'Organisation', text: ['[name of your municipality]'] },
				{
					name: 'Short description',
					text: [
						'Shows for each region and group what share of households has a low income or problematic debts, and tells where that is likely to be rising.'
					]
				},
				{ name: 'Contact', text: ['[address for questions]'] },
				{
					name: 'Purpose and impact',
					text: [
						'The municipality sees earlier where and for which groups help is needed, to divide help and to make policy.',
						'The figures are about regions and groups. Nobody receives a decision, letter or visit because this algorithm points to them; it cannot.'
					]
				},
				{
					name: 'Considerations',
					text: [
						'Without these figures a municipality often sees poverty when it is too late, or would have to look into data about people. Figures with noise are enough for the purpose, and protect everyone who is counted.',
						'Small regions and small groups are seen less well; the page Validate says for whom that holds. There is no breakdown by origin or nationality.'
					]
				},
				{
					name: 'Human intervention',
					text: [
						'People read the figures and decide themselves what to do. A signal is a reason to go and look, not a decision.'
					]
				},
				{
					name: 'Risks and what is done about them',
					text: [
						'Recognising people: every count carries noise, under a fixed budget with a ledger. The protection is tested by attacks.',
						'False signals: their share is limited and measured.',
						'Wrong use: every figure says what it is not meant for.'
					]
				},
				{
					name: 'Legal basis',
					text: [
						'Wet gemeentelijke schuldhulpverlening, article 2: the plan of the municipal council. For the counting: Wet op het Centraal bureau voor de statistiek, article 37 (data for statistics only). [Add what holds for your municipality.]'
					]
				},
				{ name: 'Impact assessments', text: ['[DPIA, date] [IAMA, date]'] },
				{
					name: 'Data',
					text: [
						'Numbers of households or persons by region and group, with noise, made from registers of CBS. The website itself holds no data about people.'
					]
				},
				{
					name: 'How it works',
					text: [
						'Households are counted in a closed place. Noise from a fixed distribution is added to each count. The counts are then made consistent, so that neighbourhoods add up to the municipality. A statistical model estimates what is usual in a region and tells of a rise that noise and season do not explain. The method is public.'
					]
				},
				{
					name: 'Supplier and source code',
					text: ['Open source under the licence EUPL-1.2. [address of the source code]']
				}
			]
		},
		{
			id: 'verwerkingen',
			title: 'Record of processing: the website',
			about:
				'By article 30 of the GDPR. The figures on this website are not about persons, but an address of visitors passes by for a short time.',
			fields: [
				{ name: 'Controller', text: ['[name and contact of your municipality; data protection officer]'] },
				{ name: 'Purpose', text: ['To show figures, and to protect the website against too much traffic.'] },
				{ name: 'Data subjects', text: ['Visitors of the website.'] },
				{
					name: 'Data',
					text: [
						'The internet address of a visitor, as far as a part of the network. No cookies, no account, no other websites.',
						'What visitors write down about signals stays in their own browser.'
					]
				},
				{ name: 'Recipients', text: ['Nobody. Nothing goes to other countries.'] },
				{ name: 'Retention', text: ['At most a minute, in memory. [Does your server keep a log? Add it.]'] },
				{
					name: 'Security',
					text: ['The website can only read the figures. It has no access to the place where counting is done.']
				}
			]
		},
		{
			id: 'tellen',
			title: 'Record of processing: the counting',
			about: 'For the organisation that makes the figures, such as a statistical office. By article 30 of the GDPR.',
			fields: [
				{ name: 'Controller', text: ['[name and contact of the organisation; data protection officer]'] },
				{
					name: 'Purpose',
					text: ['Statistics about poverty, debts and life events, by region and group. Never about one person.']
				},
				{ name: 'Data subjects', text: ['Inhabitants of the Netherlands.'] },
				{
					name: 'Data',
					text: [
						'Per person or household, under a number without meaning: age, type of household, place of living, income, wealth, benefits, work, registered debts and life events. Without name or address.'
					]
				},
				{ name: 'Recipients', text: ['Nobody receives these data. Only counts with noise go out.'] },
				{
					name: 'Retention',
					text: ['The data stay where they were. The file for counting exists only while counting.']
				},
				{
					name: 'Security',
					text: [
						'A closed place without internet, and a ledger that nobody can change unnoticed. Every expense of the budget is in it before anything is counted.'
					]
				}
			]
		}
	]
};
