package egov.kiosk.enrolment.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.enrolment.device.DeviceSettings;
import egov.kiosk.tls.national.AuthorityPins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for: {@code ACTION --workplace DIR [--platform HOST:PORT] [--authority
 * SM3] [--code CODE] [--machine SAM] [--transfer yes] [--patience SECONDS] [--set
 * component.attribute=value ...]}. The arguments never leave this process.
 *
 * @param action what to do
 * @param named arguments by name
 * @param settings the kiosk's configuration
 */
record Asked(String action, Map<String, String> named, DeviceSettings settings) {
  static Asked of(String... arguments) {
    if (arguments.length % 2 == 0) {
      throw new IllegalArgumentException("expected an action and --name value");
    }
    Map<String, String> named = new HashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i += 2) {
      if (arguments[i].equals("--set")) {
        int at = arguments[i + 1].indexOf('=');
        values.put(arguments[i + 1].substring(0, at), arguments[i + 1].substring(at + 1));
      } else {
        named.put(arguments[i], arguments[i + 1]);
      }
    }
    return new Asked(arguments[0], named, new DeviceSettings(values));
  }

  Path workplace() {
    return Path.of(one("--workplace"));
  }

  boolean transfer() {
    return "yes".equals(named.get("--transfer"));
  }

  /** How long the platform may take; a minute unless something else is said. */
  Duration patience() {
    String text = named.getOrDefault("--patience", "60");
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("--patience is 1 to 999 seconds");
    }
    return Duration.ofSeconds(Integer.parseInt(text));
  }

  String machine() {
    String machine = named.getOrDefault("--machine", "");
    if (!machine.matches("[0-9A-Za-z.-]{0,40}")) {
      throw new IllegalArgumentException(
          "a security module (SAM) is named by up to 40 letters, digits, dots and hyphens");
    }
    return machine;
  }

  EnrolmentCode code() {
    return EnrolmentCode.parse(one("--code"))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "this is no code: 16 characters in four groups; compare it with the operator's"
                        + " sheet. No attempt was spent"));
  }

  /** Host and port. */
  Map.Entry<String, Integer> platform() {
    String text = one("--platform");
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException("the platform is written HOST:PORT");
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    if (port > 65_535) {
      throw new IllegalArgumentException("a port is at most 65535");
    }
    return Map.entry(text.substring(0, colon), port);
  }

  /** The digest that was given, or those of the roots this machine believes already. */
  AuthorityPins pins() throws IOException, CryptoException {
    Optional<String> given =
        Optional.ofNullable(named.get("--authority"))
            .map(text -> text.replaceAll("[ :-]", "").toLowerCase(Locale.ROOT));
    if (given.isPresent()) {
      return new AuthorityPins(Set.of(given.get()));
    }
    Path trust = settings.trustFile();
    if (!Files.exists(trust)) {
      throw new IllegalArgumentException(
          "this machine believes nobody yet: give --authority, the digest on the operator's sheet");
    }
    Set<String> digests = new LinkedHashSet<>();
    for (Sm2Certificate authority : PemFiles.readCertificates(trust)) {
      if (authority.issuedUnderOwnName()) {
        digests.add(AuthorityPins.of(authority));
      }
    }
    return new AuthorityPins(digests);
  }

  private String one(String name) {
    String value = named.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is needed");
    }
    return value;
  }

  /** Nothing of what was given: a code is among it. */
  @Override
  public String toString() {
    return "Asked[" + action + "]";
  }
}
