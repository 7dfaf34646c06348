/** Single cells gathered into the rectangles that the host takes. */
import type { Typed } from "../../server/protocol";

export interface Block {
  row: number;
  column: number;
  values: Typed[][];
}

interface Strip {
  row: number;
  column: number;
  values: Typed[];
}

/** Neighbours in a row become strips, equal strips one below another become blocks. */
export function blocksOf(cells: readonly { row: number; column: number; value: Typed }[]): Block[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const strips: Strip[] = [];
  for (const { row, column, value } of sorted) {
    const last = strips[strips.length - 1];
    if (last && last.row === row && last.column + last.values.length === column) last.values.push(value);
    else strips.push({ row, column, values: [value] });
  }
  const blocks: Block[] = [];
  for (const { row, column, values } of strips) {
    const above = blocks.find(
      (block) =>
        block.column === column &&
        block.row + block.values.length === row &&
        block.values[0]?.length === values.length,
    );
    if (above) above.values.push(values);
    else blocks.push({ row, column, values: [values] });
  }
  return blocks;
}
