package egov.kiosk.catalogue;

/**
 * A file that is not in service, and why.
 *
 * @param file its name
 * @param where a line, or a JSON pointer
 * @param reason what is wrong
 */
record RefusedFile(String file, String where, String reason) {
  @Override
  public String toString() {
    return file + ", " + (where.isEmpty() ? "/" : where) + ": " + reason;
  }
}
