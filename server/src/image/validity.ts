/** By the grammar of github.com/distribution/reference; a digest may be shorter than real ones, as in examples. */
const host = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::\d+)?`;
const component = String.raw`[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*`;
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+';
const reference = new RegExp(
  String.raw`^(?:${host}/)?${component}(?:/${component})*(?::\w[\w.-]{0,127})?(?:@${digest})?$`,
);

/** Whether a text without variables can name an image. */
export const isImageReference = (text: string): boolean => text.length <= 4096 && reference.test(text);
