package egov.kiosk.updates.trust;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.Members;

/**
 * An archive that some files of a release come in; one whose files are all here already need not be
 * downloaded.
 *
 * @param name of the file as the server has it
 * @param length bytes
 * @param sm3 digest as digits
 */
public record Part(String name, long length, String sm3) {
  private static final long LONGEST = 1L << 31;

  static Part of(Members said) throws UpdateRefusedException {
    Part part =
        new Part(
            said.text("name", "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.tar"),
            said.number("length", LONGEST),
            said.text("sm3", "[0-9a-f]{64}"));
    said.done();
    return part;
  }
}
