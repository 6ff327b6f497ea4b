const text = { type: 'string' };
const byName = (schema: object) => ({ type: 'object', additionalProperties: schema });
const whole = { type: 'integer', minimum: 0 };

/** JSON Schema of the JSON-stat 2.0 datasets that are given out. */
export const jsonStatSchema = {
	type: 'object',
	required: ['version', 'class', 'label', 'source', 'note', 'id', 'size', 'role', 'dimension', 'value', 'extension'],
	properties: {
		version: { const: '2.0' },
		class: { const: 'dataset' },
		label: text,
		source: text,
		updated: { type: 'string', format: 'date-time' },
		note: { type: 'array', items: text },
		id: { type: 'array', items: text },
		size: { type: 'array', items: whole },
		role: byName({ type: 'array', items: text }),
		dimension: byName({
			type: 'object',
			required: ['label', 'category'],
			properties: {
				label: text,
				category: {
					type: 'object',
					required: ['index', 'label'],
					properties: {
						index: { type: 'array', items: text },
						label: byName(text),
						unit: byName({ type: 'object', properties: { label: text, decimals: whole } })
					}
				}
			}
		}),
		value: {
			description: 'All cells in row-major order, or those that have a row by their index',
			anyOf: [{ type: 'array', items: { type: ['number', 'null'] } }, byName({ type: ['number', 'null'] })]
		},
		status: { description: 'Letter of reliability by index; X is not told', ...byName(text) },
		extension: {
			type: 'object',
			properties: {
				remarks: {
					description: 'Texts of rows, such as their release: one for all, or by the index of the first value of a row',
					...byName({ type: 'object', properties: { label: text, text, texts: byName(text) } })
				}
			}
		}
	}
};
