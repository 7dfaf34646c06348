/** A sheet of the workbook, by its id: what a sheet's service objects share and scripts never see. */
import type { Whole } from "../model/a1";
import { wholeOf } from "../model/a1";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { Area, Sheet } from "../model/model";
import { HostRange } from "./range";
import { HostSheet } from "./sheet";

export class SheetRef {
  constructor(
    private readonly execution: Execution,
    readonly id: number,
  ) {}

  model(): Sheet {
    const found = this.execution.workspace.workbook.sheets.find((sheet) => sheet.id === this.id);
    if (!found) throw new Exception(`Sheet ${this.id} not found`);
    return found;
  }

  sheet = (): HostSheet => this.execution.wrap("Sheet", new HostSheet(this.execution, this));

  /** A range by Google's numbers, from 1; outside the sheet there is none. */
  range(row: number, column: number, rows: number, columns: number): HostRange {
    return this.execution.wrap("Range", this.bareRange(row, column, rows, columns));
  }

  rangeOf(area: Area, whole: Whole = null): HostRange {
    this.checkArea(area);
    return this.execution.wrap("Range", new HostRange(this.execution, this, area, whole));
  }

  /** What a person has chosen: the whole of a row or a column is told as such. */
  chosen = (area: Area): HostRange => this.rangeOf(area, wholeOf(area, this.model()));

  /** A range whose use by the host itself is not a service call. */
  bareRange(row: number, column: number, rows: number, columns: number): HostRange {
    if (rows < 1) throw new Exception("The number of rows in the range must be at least 1.");
    if (columns < 1) throw new Exception("The number of columns in the range must be at least 1.");
    const [top, left, high, wide] = [row, column, rows, columns].map(Math.trunc) as [
      number,
      number,
      number,
      number,
    ];
    const area = { row: top - 1, column: left - 1, lastRow: top + high - 2, lastColumn: left + wide - 2 };
    this.checkArea(area);
    return new HostRange(this.execution, this, area, null);
  }

  checkArea(area: Area): void {
    const { rows, columns } = this.model();
    if (area.row < 0 || area.column < 0 || area.lastRow >= rows || area.lastColumn >= columns)
      throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
  }
}
