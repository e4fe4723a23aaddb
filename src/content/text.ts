/**
 * Text is spans, never markup: what a person typed stays a plain span, so it cannot become formatting,
 * a mention or HTML.
 */

export interface Span {
  readonly text: string;
  /** `channel`: references to channels as platforms write them (`<#123>`), to be shown as links. */
  /** `person`: one person as a platform names them in a message (`<@U1>`); nothing that anybody typed. */
  readonly style?: 'strong' | 'code' | 'channel' | 'person';
}

export type Text = readonly Span[];

/** The characters of a text without its styles. */
export function plain(text: Text): string {
  return text.map((span) => span.text).join('');
}
