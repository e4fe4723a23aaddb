/**
 * Text consists of spans, never markup: what a person typed stays a plain span, so it cannot become formatting,
 * a mention or HTML.
 */

export interface Span {
  readonly text: string;
  /** `channel`: channel references in the platform's syntax (`<#123>`), shown as links. */
  /** `person`: a mention in the platform's syntax (`<@U1>`), never typed text. */
  readonly style?: 'strong' | 'code' | 'channel' | 'person';
}

export type Text = readonly Span[];

/** A text's characters without styles. */
export function plain(text: Text): string {
  return text.map((span) => span.text).join('');
}
