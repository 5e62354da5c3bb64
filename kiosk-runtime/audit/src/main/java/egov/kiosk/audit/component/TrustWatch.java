package egov.kiosk.audit.component;

import egov.kiosk.audit.store.Remembered;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.envelope.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Notices that the certificate in use is another one, and that files which say whom to believe are
 * others, also since the last run: by digests kept beside the log. Key files are never read. For
 * one thread.
 */
final class TrustWatch {
  private static final Pattern PUBLIC =
      Pattern.compile("(?i).*(trust|certificate|revocation)[a-z]*file");
  private static final long LARGEST = 8L << 20;
  private static final String OWN = "own";

  private final AuditLog log;
  private final ConfigurationAdmin admin;
  private final Remembered digests;

  TrustWatch(AuditLog log, ConfigurationAdmin admin, Path directory) throws IOException {
    this.log = log;
    this.admin = admin;
    digests = Remembered.open(directory.resolve("trust"));
  }

  /** Looks. */
  void look(Optional<AuditSigner> signer) {
    try {
      Map<String, String> before = digests.all();
      Map<String, String> now = files();
      String own = own(signer).orElse(before.getOrDefault(OWN, ""));
      if (!own.isEmpty()) {
        now.put(OWN, own);
      }
      if (now.equals(before)) {
        return;
      }
      digests.replace(now);
      now.forEach(
          (place, digest) -> {
            // What is met for the first time is not a change.
            if (before.containsKey(place) && !before.get(place).equals(digest)) {
              log.record(changed(place, digest));
            }
          });
    } catch (IOException | InvalidSyntaxException | IllegalStateException e) {
      // Looked at again in half a minute.
    }
  }

  private static AuditEvent changed(String place, String digest) {
    int point = place.indexOf('.');
    return AuditEvent.of(AuditActor.SYSTEM, AuditAction.KEY_CHANGED, AuditResult.DONE)
        .about(AuditSubject.digest(new AuditCode("certificate"), digest))
        .with(
            AuditAttribute.COMPONENT,
            AuditCode.orOther(point < 0 ? place : place.substring(0, point)))
        .with(AuditAttribute.REASON, AuditCode.orOther(place.substring(point + 1)));
  }

  private static Optional<String> own(Optional<AuditSigner> signer) {
    try {
      return signer.isEmpty() ? Optional.empty() : Optional.of(hex(signer.get().certificate()));
    } catch (SealException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> files() throws IOException, InvalidSyntaxException {
    Map<String, String> found = new TreeMap<>();
    Configuration[] all = admin.listConfigurations(null);
    for (Configuration one : all == null ? new Configuration[0] : all) {
      var properties = one.getProperties();
      for (String key :
          properties == null
              ? Collections.<String>emptyList()
              : Collections.list(properties.keys())) {
        String file = String.valueOf(properties.get(key));
        if (PUBLIC.matcher(key).matches() && !file.isBlank()) {
          digest(Path.of(file)).ifPresent(sm3 -> found.put(one.getPid() + "." + key, sm3));
        }
      }
    }
    return found;
  }

  private static Optional<String> digest(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) <= LARGEST
        ? Optional.of(hex(Files.readAllBytes(file)))
        : Optional.empty();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }
}
