package egov.kiosk.updates.trust;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.Members;

/**
 * One file of a release.
 *
 * @param path below the slot, with {@code /}; plain names only, so that no path leads elsewhere
 * @param length bytes
 * @param sm3 digest of the content as digits
 * @param time last change, in seconds since 1970: class-data archives name it
 * @param runs whether it may be executed
 * @param part which part it comes in, counted from 0
 */
public record ReleaseFile(String path, long length, String sm3, long time, boolean runs, int part) {
  /** A name: no hidden file, no option, no space, nothing a shell or a terminal would act on. */
  private static final String NAME = "[A-Za-z0-9_+@$][A-Za-z0-9._+@$~-]{0,127}";

  static final String PATH = NAME + "(/" + NAME + "){0,15}";
  private static final long LONGEST = 1L << 31;

  static ReleaseFile of(Members said, int parts) throws UpdateRefusedException {
    ReleaseFile file =
        new ReleaseFile(
            said.text("path", PATH),
            said.number("length", LONGEST),
            said.text("sm3", "[0-9a-f]{64}"),
            said.number("time", 99_999_999_999L),
            said.flag("runs"),
            (int) said.number("part", parts - 1L));
    said.done();
    return file;
  }

  /** Whether a text may be the path of a file of a release. */
  public static boolean allows(String path) {
    return path.length() <= 1024 && path.matches(PATH);
  }
}
