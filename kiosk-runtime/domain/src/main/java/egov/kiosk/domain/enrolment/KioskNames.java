package egov.kiosk.domain.enrolment;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a kiosk may be called. The name stands in its certificates, in topics and in every message;
 * names of the platform, of makers of seals, of authorities and of machines beside kiosks are never
 * given to one, or it would be believed as them.
 */
public final class KioskNames {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-z-]{1,32}");
  private static final Pattern RESERVED =
      Pattern.compile(
          "(platform|gateway|front|broker|line|seal-maker|worker).*|.*(-ca|root|issuing)");
  private static final Set<String> WORDS = Set.of("ca", "localhost", "operator", "staff");

  private KioskNames() {}

  /** Whether it has 1 to 32 lower-case letters, digits and hyphens and is nobody else's. */
  public static boolean free(String name) {
    return SHAPE.matcher(name).matches()
        && !RESERVED.matcher(name).matches()
        && !WORDS.contains(name);
  }
}
