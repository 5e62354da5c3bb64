package egov.kiosk.launcher.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a kiosk in production may not have: keys in files without a word about it, laboratory
 * authorities and seals ({@link Laboratory}), and the example's id. Each is a reason not to serve.
 * Files that cannot be read are left to the components, which say so. For whoever starts the
 * bundles: our launcher, or the bridge into a framework of others.
 */
public final class ProductionRules {
  private final Map<String, String> settings;
  private final List<String> complaints = new ArrayList<>();

  private ProductionRules(Map<String, String> settings) {
    this.settings = new TreeMap<>(settings);
  }

  /**
   * Looks at everything that is set.
   *
   * @param settings texts by component and attribute, e.g. {@code crypto.trustFile}; what is not
   *     set is not there, or blank
   * @return every fault at once, each naming its setting, what it is and what to do; never a value
   */
  public static List<String> complaints(Map<String, String> settings) {
    ProductionRules rules = new ProductionRules(settings);
    rules.checkKey();
    rules.settings.keySet().forEach(rules::checkTrust);
    rules.checkUpdates();
    rules.checkStaff();
    rules.checkExamples();
    return List.copyOf(rules.complaints);
  }

  private void checkKey() {
    String custody = text("crypto.custody");
    if (!custody.isBlank() && !custody.equals("file")) {
      return;
    }
    if (!text("crypto.softwareKeyAllowed").equals("true")) {
      complaints.add(
          "crypto.custody is file: a site keeps its key in a device (pkcs11, skf, sdf); one that"
              + " accepts a software key says so with crypto.softwareKeyAllowed = true");
    } else if (text("crypto.passphraseFile").isBlank()) {
      complaints.add(
          "the key lies open in its file: set crypto.passphraseFile, and it is wrapped at the next"
              + " start");
    }
  }

  /** Every setting that names authorities or a seal, of whichever room. */
  private void checkTrust(String key) {
    if (Laboratory.isAuthorities(key) && holds(text(key))) {
      complaints.add(
          key
              + " holds a laboratory's authority, whose key anybody may have: put the authority"
              + " certificates that the platform gave you");
    } else if (Laboratory.isSeal(key) && holds(text(key))) {
      complaints.add(
          key
              + " is a laboratory's seal: put the one its licensed maker made, or leave the setting"
              + " out");
    }
  }

  private void checkUpdates() {
    String program = text("updates.program");
    if (!program.isBlank() && holds(program + "/boot/root.json")) {
      complaints.add(
          "updates.program trusts a laboratory's releases: put the operator's root.json in"
              + " /etc/kiosk/trust, or leave updates.program out");
    }
  }

  private void checkStaff() {
    if (text("access.administratorCard").equals("false")) {
      complaints.add(
          "access.administratorCard is false: a site's administrators sign in with PIN and key"
              + " card; leave the setting out");
    }
  }

  /** A machine that was given no identity yet serves nobody: its page asks for the id. */
  private void checkExamples() {
    String platform = text("crypto.platformEncryptionCertificateFile");
    boolean bare = !platform.isBlank() && !Files.exists(Path.of(platform));
    if (text("crypto.kioskId").equals(Laboratory.EXAMPLE_ID) && !bare) {
      complaints.add("crypto.kioskId is the example's: set the id the platform gave this kiosk");
    }
  }

  private static boolean holds(String file) {
    try {
      return !file.isBlank() && Laboratory.made(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private String text(String key) {
    return settings.getOrDefault(key, "");
  }
}
