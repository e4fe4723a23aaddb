/**
 * A platform-independent message: blocks of text, buttons and files, without any platform's
 * markup. Each adapter escapes spans in its own way.
 */
import { plain, type Text } from '../content/text.js';

export type Block =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  | {
      readonly kind: 'list';
      readonly items: readonly Text[];
      /** The first such block gives the overall outcome: it should stay in view. */
      readonly isOutcome?: true;
    }
  /** Shown in a fixed-width font, with line breaks kept. */
  | { readonly kind: 'code'; readonly text: string };

export interface Button {
  readonly label: string;
  /** The command line that it runs, at most 100 characters (Discord's custom_id). */
  readonly command: string;
  readonly style?: 'primary' | 'danger';
}

/**
 * Buttons that explain a message's terms, separate from the actions: a menu where a platform
 * has one, else their own row.
 */
export interface Explanations {
  /** The question that all of them answer: “What does … mean?” */
  readonly asks: string;
  /** Labelled with the term they explain. */
  readonly buttons: readonly Button[];
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Alt text. An attachment with `alt` is shown as an image, others are offered for download. */
  readonly alt?: string;
}

/** A run's history as curves over its epochs, for a platform that draws them live. */
export interface Curves {
  /** The same facts as alt text. */
  readonly label: string;
  readonly epochLabel: string;
  /** The axis goes from epoch 1 to this one. */
  readonly epochs: number;
  readonly panels: readonly CurvePanel[];
  /** The attachment with the same chart as an image, once there is one; none where it shows more. */
  readonly picture?: string;
}

export interface CurvePanel {
  readonly lines: readonly CurveLine[];
  /** Why a line ends early or is missing. */
  readonly note?: string;
}

export interface CurveLine {
  readonly label: string;
  readonly look: LineLook;
  /** One per finished epoch, null where it cannot be drawn; just one for a level line. */
  readonly values: readonly (number | null)[];
  readonly isLevel?: true;
}

/**
 * A network's answers over the range of its two inputs, for a platform that draws them live while the
 * network trains. Numbers are bytes in base64, as it is sent often.
 */
export interface Field {
  /** The same as alt text. */
  readonly label: string;
  /** The network's state that it shows. */
  readonly title: string;
  /** The horizontal and the vertical input. */
  readonly axes: readonly [FieldAxis, FieldAxis];
  /** Cells along each side. */
  readonly side: number;
  /** A byte per cell, row by row from the upper left: its colour's index. */
  readonly cells: string;
  readonly colours: readonly string[];
  /** This many consecutive colours make up one class: a boundary separates classes. */
  readonly shades: number;
  readonly marks: readonly FieldMark[];
  /** Three bytes per point: its distance from the left and from the bottom, out of 255, and its marker's index. */
  readonly points: string;
  /** The points' label. */
  readonly pointsLabel: string;
  /** The attachment with the final, finer image, once there is one. */
  readonly picture: string;
}

export interface FieldAxis {
  readonly label: string;
  /** Its range. */
  readonly least: string;
  readonly most: string;
}

export interface FieldMark {
  readonly colour: string;
  readonly shape: 'circle' | 'triangle' | 'rect' | 'rectRot';
  /** Degrees, clockwise. */
  readonly turned: number;
  /** Its meaning; missing where its neighbours make it clear. */
  readonly label?: string;
}

/** A line's style: distinguished by colour, and also by dashes and markers. */
export interface LineLook {
  readonly colour: string;
  /** Its colour on a dark background. */
  readonly onDark: string;
  /** Dash and gap lengths in pixels of a 1000 pixel wide image; empty for a solid line. */
  readonly dashes: readonly number[];
  readonly mark: FieldMark['shape'] | false;
}

/** The run in progress that a message shows, for a platform that keeps it in reach when scrolled away. */
export interface GoesOn {
  readonly name: string;
  /** The current epoch, from 1; 0 before the first. */
  readonly epoch: number;
  readonly epochs: number;
}

/** One person's runs in a message that shows several people's. */
export interface Part {
  readonly ownerId: string;
  /** One of them, while any is in progress. */
  readonly goesOn?: GoesOn;
}

export interface ChatMessage {
  readonly blocks: readonly Block[];
  /** The same facts as one plain sentence: for screen readers and notifications. */
  readonly spoken: string;
  readonly buttons?: readonly Button[];
  readonly explanations?: Explanations;
  readonly curves?: Curves;
  readonly field?: Field;
  /** The language of the person it answers. */
  readonly goesOn?: GoesOn;
  /** For a platform that shows readers their own part: one for everybody whose runs it shows. */
  readonly parts?: readonly Part[];
  /** Added to the message; if omitted in an edit, existing ones stay. */
  readonly attachments?: readonly Attachment[];
}

/** A message of plain paragraphs, which are also its spoken text. */
export function textMessage(...paragraphs: readonly Text[]): ChatMessage {
  return {
    blocks: paragraphs.map((text) => ({ kind: 'text', text })),
    spoken: paragraphs.map(plain).join(' '),
  };
}

/** Reduces it to its one sentence, where a platform accepts no more. */
export function inBrief({ spoken }: Pick<ChatMessage, 'spoken'>): ChatMessage {
  return { blocks: [{ kind: 'text', text: [{ text: spoken }] }], spoken };
}

/** For tight limits: code that is also attached as a file may be dropped from the message. */
export function withoutCarriedCode(message: ChatMessage): ChatMessage {
  const carried = (message.attachments ?? []).map(({ bytes }) => Buffer.from(bytes).toString());
  const isCarried = (block: Block): boolean =>
    block.kind === 'code' && carried.includes(block.text);
  return { ...message, blocks: message.blocks.filter((block) => !isCarried(block)) };
}
