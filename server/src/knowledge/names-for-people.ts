/** Whether a pod or a container is there for a person, for a while: a toolbox, a client to try something with, a test. */
export const isForPeople = (name: string): boolean =>
  /(?:^|[-_.])(?:debug|debugger|toolbox|tools?|tests?|tester|testing|shell|cli|client|console|sleep|sandbox|playground|workspace|dev|tmp|temp|bastion)(?:$|[-_.\d])/i.test(
    name,
  );
