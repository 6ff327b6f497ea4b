/** The answers that were asked for last, by question; never more than so many. */
export class Recent<Answer> {
	readonly #most: number;
	/** In the order of asking. */
	readonly #answers = new Map<string, Answer>();

	constructor(most: number) {
		this.#most = most;
	}

	get(question: string): Answer | undefined {
		const answer = this.#answers.get(question);
		if (answer !== undefined) this.keep(question, answer);
		return answer;
	}

	keep(question: string, answer: Answer): Answer {
		this.#answers.delete(question);
		this.#answers.set(question, answer);
		if (this.#answers.size > this.#most) this.#answers.delete(this.#answers.keys().next().value!);
		return answer;
	}
}
