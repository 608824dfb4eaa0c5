import type { Values } from './fix';
import type { FixOffer } from './rule';
import type { TextEdit } from './text';

/**
 * The one fix of a problem, for its `fixes`: worked out when it is asked for.
 * @param work `undefined` where the edits cannot be made, and so nothing is offered
 */
export const soleFix =
  <FixName extends string>(id: FixName, work: () => readonly TextEdit[] | undefined, values?: Values) =>
  (): readonly FixOffer<FixName>[] => {
    const edits = work();
    return edits === undefined ? [] : [{ id, ...(values && { values }), edits: () => edits }];
  };
