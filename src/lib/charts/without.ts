/**
 * Stands in the browser's script in the place of parts of Plot that no chart there uses: see tools/smaller-plot.ts. The names are
 * Plot's.
 */
export const createProjection = () => undefined;
export const hasProjection = () => false;
export const projectionAspectRatio = () => undefined;
export const project = none;
export const applyPosition = none;
export const getGeometryChannels = none;
export const xyProjection = none;

// Plot takes a scheme for marks of which there happen to be none; only a colour from it is missed.
export const isCategoricalScheme = () => false;
export const isDivergingScheme = () => false;
export const ordinalScheme = () => rangeOf;
export const ordinalRange = (_scheme: unknown, length: number) => rangeOf({ length });
export const maybeBooleanRange = ({ length }: { length: number }) => (length === 0 ? [] : undefined);
export const quantitativeScheme = () => none;

export const createLegends = () => [];
export const exposeLegends = () => none;

export const pointer = none;
export const pointerX = none;
export const pointerY = none;
export const anchorX = none;
export const anchorY = none;
export const tip = none;

const rangeOf = ({ length }: { length: number }) => (length === 0 ? [] : none());

function none(): never {
	throw new Error('This part of Plot is left out of the browser.');
}
