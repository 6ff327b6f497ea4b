/** Refuses a specification with one sentence: the place in it, and the rule. */
export type Fail = (place: string, rule: string) => never;
