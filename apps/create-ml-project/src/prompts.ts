/** One question whose answer is a text. */
export interface Question {
  readonly message: string;
  readonly suggestion: string;
  /** What is wrong with an answer, in words, or undefined. */
  readonly problemWith: (answer: string) => string | undefined;
}

/** How a person is asked; loaded only when somebody is. */
export interface Prompts {
  /** @returns the answer, or undefined if the person cancelled */
  ask(question: Question): Promise<string | undefined>;
}

/** Questions on the terminal. The library is imported with the first one: runs without questions start faster. */
export const terminalPrompts: Prompts = {
  async ask({ message, suggestion, problemWith }) {
    const { isCancel, text } = await import('@clack/prompts');
    const answer = await text({
      message,
      placeholder: suggestion,
      defaultValue: suggestion,
      validate: (value) => (value ? problemWith(value) : undefined),
    });
    return isCancel(answer) ? undefined : answer;
  },
};
