package egov.kiosk.domain.field;

/** What a task asks for (任务类型). */
public enum TaskKind {
  /** Go to a household and look through its people (入户走访). */
  VISIT,
  /** See that something the platform was told is so (核实). */
  CHECK,
  /** Do again what was sent back, e.g. because a photo cannot be made out (退回补拍). */
  REDO,
  /** See to an event that was assigned here (处置). */
  HANDLE,
  /** Fill in a form of the catalogue; form and flow are the platform's, perhaps of this morning. */
  FORM
}
