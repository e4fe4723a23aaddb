/**
 * A message as every platform can show it. Text is spans, never markup: what a person typed stays a
 * plain span, so it cannot become formatting, a mention or HTML; each adapter escapes spans its way.
 */

export interface Span {
  readonly text: string;
  readonly style?: 'strong' | 'code';
}

export type Text = readonly Span[];

export type Block =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  /** Shown in a fixed-width font, line breaks kept. */
  | { readonly kind: 'code'; readonly text: string };

export interface Button {
  readonly label: string;
  /** The command line that pressing it runs, at most 100 characters (Discord's custom_id). */
  readonly command: string;
  readonly style?: 'primary' | 'danger';
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Describes a picture to who cannot see it. An attachment with `alt` is shown, others are offered. */
  readonly alt?: string;
}

export interface ChatMessage {
  readonly blocks: readonly Block[];
  /** The same facts as one plain sentence: for screen readers and notifications. */
  readonly spoken: string;
  readonly buttons?: readonly Button[];
  /** Added to the message; left out in an edit, what is there stays. */
  readonly attachments?: readonly Attachment[];
}

/** The characters of a text without its styles. */
export function plain(text: Text): string {
  return text.map((span) => span.text).join('');
}

/** A message of paragraphs alone, read out as they stand. */
export function textMessage(...paragraphs: readonly Text[]): ChatMessage {
  return {
    blocks: paragraphs.map((text) => ({ kind: 'text', text })),
    spoken: paragraphs.map(plain).join(' '),
  };
}
