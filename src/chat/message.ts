/**
 * A message as every platform can show it: blocks of text, buttons and files, without any platform's
 * markup. Each adapter escapes spans its way.
 */
import { plain, type Text } from '../content/text.js';

export type Block =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  | {
      readonly kind: 'list';
      readonly items: readonly Text[];
      /** The first of them says how all that was shown came out: it is to stay in sight. */
      readonly isOutcome?: true;
    }
  /** Shown in a fixed-width font, line breaks kept. */
  | { readonly kind: 'code'; readonly text: string };

export interface Button {
  readonly label: string;
  /** The command line that pressing it runs, at most 100 characters (Discord's custom_id). */
  readonly command: string;
  readonly style?: 'primary' | 'danger';
}

/**
 * Buttons that explain what a message says, apart from those that do something: a menu where a platform
 * has one, else a row of their own.
 */
export interface Explanations {
  /** Asks what all of them answer: “What does … mean?” */
  readonly asks: string;
  /** Labelled with what they explain. */
  readonly buttons: readonly Button[];
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Describes a picture to who cannot see it. An attachment with `alt` is shown, others are offered. */
  readonly alt?: string;
}

/** A run's history as lines over its epochs, for a platform that draws them itself as they grow. */
export interface Curves {
  /** The same facts in words. */
  readonly label: string;
  readonly epochLabel: string;
  /** The axis goes from epoch 1 to this one. */
  readonly epochs: number;
  readonly panels: readonly CurvePanel[];
  /** The attachment that shows the same as a picture, once there is one; none where it shows more. */
  readonly picture?: string;
}

export interface CurvePanel {
  readonly lines: readonly CurveLine[];
  /** Why a line ends early, or is not there. */
  readonly note?: string;
}

export interface CurveLine {
  readonly label: string;
  readonly look: LineLook;
  /** One for each epoch that ended, null where there is none to draw; of a level line, the one. */
  readonly values: readonly (number | null)[];
  readonly isLevel?: true;
}

/**
 * What a network answers everywhere between two inputs' ends, for a platform that draws it itself while the
 * network is trained. Numbers are bytes in base64: it is sent often.
 */
export interface Field {
  /** The same in words. */
  readonly label: string;
  /** Which state of the network it shows. */
  readonly title: string;
  /** From the left, and from below. */
  readonly axes: readonly [FieldAxis, FieldAxis];
  /** Cells along each side. */
  readonly side: number;
  /** A byte for each cell, row by row from the upper left: the index of its colour. */
  readonly cells: string;
  readonly colours: readonly string[];
  /** So many colours, one behind the other, are one class: a boundary parts them from the others. */
  readonly shades: number;
  readonly marks: readonly FieldMark[];
  /** Three bytes for each: how far from the left and from below, of 255, and the index of its mark. */
  readonly points: string;
  /** What the points are. */
  readonly pointsLabel: string;
  /** The attachment that shows the end as a finer picture, once there is one. */
  readonly picture: string;
}

export interface FieldAxis {
  readonly label: string;
  /** Its ends. */
  readonly least: string;
  readonly most: string;
}

export interface FieldMark {
  readonly colour: string;
  readonly shape: 'circle' | 'triangle' | 'rect' | 'rectRot';
  /** Degrees, clockwise. */
  readonly turned: number;
  /** What it means; missing where those beside it say that. */
  readonly label?: string;
}

/** How a line is told from the others: by its colour, and by dashes and marks once more. */
export interface LineLook {
  readonly colour: string;
  /** Its colour on a dark ground. */
  readonly onDark: string;
  /** Lengths of dash and gap in pixels of a picture 1000 wide; none for an unbroken line. */
  readonly dashes: readonly number[];
  readonly mark: FieldMark['shape'] | false;
}

/** What a message shows that goes on: for a platform that keeps it in reach while it is out of sight. */
export interface GoesOn {
  readonly name: string;
  /** The one under way, from 1; 0 before the first. */
  readonly epoch: number;
  readonly epochs: number;
}

/** Somebody's runs in a message that shows those of several people. */
export interface Part {
  readonly ownerId: string;
  /** One of them, as long as any goes on. */
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
  /** Of whom it answers. */
  readonly goesOn?: GoesOn;
  /** For a platform that shows each reader what is theirs: one of everybody whose runs it shows. */
  readonly parts?: readonly Part[];
  /** Added to the message; left out in an edit, what is there stays. */
  readonly attachments?: readonly Attachment[];
}

/** A message of paragraphs alone, read out as they stand. */
export function textMessage(...paragraphs: readonly Text[]): ChatMessage {
  return {
    blocks: paragraphs.map((text) => ({ kind: 'text', text })),
    spoken: paragraphs.map(plain).join(' '),
  };
}

/** What is left of it where a platform takes no more: its sentence. */
export function inBrief({ spoken }: Pick<ChatMessage, 'spoken'>): ChatMessage {
  return { blocks: [{ kind: 'text', text: [{ text: spoken }] }], spoken };
}

/** For where there is little room: code that comes as a file, too, need not stand in the message. */
export function withoutCarriedCode(message: ChatMessage): ChatMessage {
  const carried = (message.attachments ?? []).map(({ bytes }) => Buffer.from(bytes).toString());
  const isCarried = (block: Block): boolean =>
    block.kind === 'code' && carried.includes(block.text);
  return { ...message, blocks: message.blocks.filter((block) => !isCarried(block)) };
}
