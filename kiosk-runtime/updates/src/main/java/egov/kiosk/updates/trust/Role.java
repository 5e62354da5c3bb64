package egov.kiosk.updates.trust;

import java.util.Locale;

/**
 * The four roles of the metadata (TUF specification §2.1), from the rarest to the most used key.
 */
public enum Role {
  /** Says which keys the others have; followed one version at a time. */
  ROOT(64 * 1024),
  /** Says what the program is. */
  TARGETS(1024 * 1024),
  /** Says which targets belong together. */
  SNAPSHOT(64 * 1024),
  /** Says, often, that this is the newest. */
  TIMESTAMP(64 * 1024);

  private final int longest;

  Role(int longest) {
    this.longest = longest;
  }

  /** As metadata writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The most bytes its metadata may have; nothing longer is ever taken into memory. */
  public int longest() {
    return longest;
  }

  /** The name of its file; a root's has its version in front. */
  public String fileName() {
    return word() + ".json";
  }

  /** The name of the file of a root. */
  public static String rootName(long version) {
    return version + ".root.json";
  }
}
