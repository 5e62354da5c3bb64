package egov.kiosk.catalogue;

/**
 * A file that is not in service, and why.
 *
 * @param file its name
 * @param why line, column and reason
 * @param kept whether what the file said before stays in service
 */
record RefusedFile(String file, EntryRefusedException why, boolean kept) {
  @Override
  public String toString() {
    return file
        + ", "
        + why.where()
        + ": "
        + why.reason()
        + (kept ? " (what it said before stays in service)" : "");
  }
}
