package egov.kiosk.fieldwork.desk;

/** Has the desk of grid workers; registered as a service where this machine is one of theirs. */
public interface FieldRoom {
  /** The one desk. */
  FieldDesk desk();
}
