package egov.kiosk.audit.verify;

/**
 * The first record that is not as it was written.
 *
 * @param segment the file
 * @param line of that file, from 1
 * @param sequence of the record that should stand there
 * @param what is wrong with it, in English
 */
public record Flaw(String segment, long line, long sequence, String what) {
  @Override
  public String toString() {
    return segment + " line " + line + ", record " + sequence + ": " + what;
  }
}
