package egov.kiosk.launcher;

import egov.kiosk.launcher.port.Laboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a kiosk in production may not have: keys in files without a word about it, laboratory
 * authorities and seals ({@link Laboratory}), and the example's id. Each is a reason not to start.
 * Files that cannot be read are left to the components, which say so.
 */
final class ProductionRules {
  private final Configuration configuration;
  private final List<String> complaints = new ArrayList<>();

  private ProductionRules(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Checks a configuration.
   *
   * @param file named in the sentences
   * @throws ConfigurationException with every fault at once
   */
  static void check(Path file, Configuration configuration) throws ConfigurationException {
    ProductionRules rules = new ProductionRules(configuration);
    rules.checkKey();
    rules.checkTrust();
    rules.checkUpdates();
    rules.checkStaff();
    rules.checkExamples();
    if (!rules.complaints.isEmpty()) {
      throw new ConfigurationException(
          rules.complaints.stream().map(complaint -> file + ": production: " + complaint).toList());
    }
  }

  private void checkKey() {
    if (!text("crypto.custody").orElse("file").equals("file")) {
      return;
    }
    if (!text("crypto.softwareKeyAllowed").orElse("").equals("true")) {
      complaints.add(
          "crypto.custody is file: a site keeps its key in a device (pkcs11, skf, sdf); one that"
              + " accepts a software key says so with crypto.softwareKeyAllowed = true");
    } else if (text("crypto.passphraseFile").orElse("").isBlank()) {
      complaints.add(
          "the key lies open in its file: set crypto.passphraseFile, and it is wrapped at the next"
              + " start");
    }
  }

  /** Every setting that names authorities or a seal, of whichever room. */
  private void checkTrust() {
    new TreeMap<>(configuration.values())
        .forEach(
            (pid, attributes) ->
                new TreeSet<>(attributes.keySet())
                    .forEach(attribute -> checkTrust(pid + "." + attribute)));
  }

  private void checkTrust(String key) {
    if (Laboratory.isAuthorities(key) && holdsLaboratory(key)) {
      complaints.add(
          key
              + " holds a laboratory's authority, whose key anybody may have: put the authority"
              + " certificates that the platform gave you");
    } else if (Laboratory.isSeal(key) && holdsLaboratory(key)) {
      complaints.add(
          key
              + " is a laboratory's seal: put the one its licensed maker made, or leave the setting"
              + " out");
    }
  }

  private void checkUpdates() {
    String program = text("updates.program").orElse("");
    if (!program.isBlank() && holds(Path.of(program, "boot", "root.json"))) {
      complaints.add(
          "updates.program trusts a laboratory's releases: put the operator's root.json in"
              + " /etc/kiosk/trust, or leave updates.program out");
    }
  }

  private void checkStaff() {
    if (text("access.administratorCard").orElse("").equals("false")) {
      complaints.add(
          "access.administratorCard is false: a site's administrators sign in with PIN and key"
              + " card; leave the setting out");
    }
  }

  /** A machine that was given no identity yet serves nobody: its page asks for the id. */
  private void checkExamples() {
    String platform = text("crypto.platformEncryptionCertificateFile").orElse("");
    boolean bare = !platform.isBlank() && !Files.exists(Path.of(platform));
    if (text("crypto.kioskId").orElse("").equals(Laboratory.EXAMPLE_ID) && !bare) {
      complaints.add("crypto.kioskId is the example's: set the id the platform gave this kiosk");
    }
  }

  private boolean holdsLaboratory(String key) {
    String name = text(key).orElse("");
    return !name.isBlank() && holds(Path.of(name));
  }

  private static boolean holds(Path file) {
    try {
      return Laboratory.made(file);
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<String> text(String key) {
    String[] parts = key.split("\\.", 2);
    return Optional.ofNullable(configuration.text(parts[0], parts[1], null));
  }
}
