/** Whether a template engine is to fill something in first: Go templates, Jinja, ERB. */
export const isTemplated = (text: string): boolean => /\{\{|\{%|<%/.test(text);
