package egov.kiosk.localapi;

import java.util.Objects;

/**
 * What the screen says while there is no desk.
 *
 * @param unenrolled whether there never was one, because this machine has no identity yet: nobody
 *     need wait here
 * @param site where the machine stands, as citizens know it; may be empty
 * @param helpPhone the number to call; may be empty
 * @param elsewhere where the next kiosk or counter is; may be empty
 */
public record Notice(boolean unenrolled, String site, String helpPhone, String elsewhere) {
  /** It starts, and nothing else is known. */
  public static final Notice STARTING = new Notice(false, "", "", "");

  public Notice {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(helpPhone, "helpPhone");
    Objects.requireNonNull(elsewhere, "elsewhere");
  }
}
