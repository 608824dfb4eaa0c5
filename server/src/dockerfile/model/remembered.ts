/**
 * A function that works its answer out once for each object, for as long as the object lives. Models never change, so
 * neither do the answers.
 */
export function remembered<Subject extends object, Answer>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined) return before.answer;
    const found = answer(subject);
    known.set(subject, { answer: found });
    return found;
  };
}
