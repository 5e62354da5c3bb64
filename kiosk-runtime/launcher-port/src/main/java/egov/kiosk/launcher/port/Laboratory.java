package egov.kiosk.launcher.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells a laboratory from an operator: one list for the launcher, which does not start a
 * production kiosk with it, and for the doctor, who says so of a running one. Without state.
 */
public final class Laboratory {
  /** The kiosk id in the configuration file as it is shipped. */
  public static final String EXAMPLE_ID = "fz-gl-000001";

  /** How authorities and seals call themselves that our own tools make for trying things out. */
  private static final List<String> NAMES =
      List.of("laboratory-ca", "development-root", "egov-lab");

  /**
   * How settings end that name whom or what is believed. By their ends, so that a room that comes
   * later and calls its file as the others do is looked at without being written down here.
   */
  private static final List<String> AUTHORITIES = List.of(".trustFile", ".packAuthorities");

  private static final String SEAL = ".sealFile";
  private static final Pattern PEM = Pattern.compile("-----BEGIN [^-]+-----([^-]+)-----END");
  private static final int LARGEST = 4 << 20;

  private Laboratory() {}

  /**
   * Whether a setting names a file of authorities that are believed.
   *
   * @param key component and attribute, e.g. {@code crypto.trustFile}
   */
  public static boolean isAuthorities(String key) {
    return AUTHORITIES.stream().anyMatch(key::endsWith);
  }

  /** Whether a setting names a file with a seal. */
  public static boolean isSeal(String key) {
    return key.endsWith(SEAL);
  }

  /**
   * Whether a file holds what a laboratory's tools made, in PEM, DER or JSON; among others, too.
   *
   * @throws IOException when it cannot be read
   */
  public static boolean made(Path file) throws IOException {
    String raw;
    try (InputStream in = Files.newInputStream(file)) {
      raw = new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
    }
    StringBuilder content = new StringBuilder(raw);
    Matcher blocks = PEM.matcher(raw);
    while (blocks.find()) {
      content.append(decoded(blocks.group(1)));
    }
    return NAMES.stream().anyMatch(name -> content.indexOf(name) >= 0);
  }

  private static String decoded(String block) {
    try {
      return new String(Base64.getMimeDecoder().decode(block), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      // No PEM after all; whoever uses the file says so.
      return "";
    }
  }
}
