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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Notices that a component's settings are others than they were, also since the last run: by a
 * digest of each component's settings, kept beside the log. What the settings are is not recorded.
 */
final class ConfigurationWatch {
  private final AuditLog log;
  private final ConfigurationAdmin admin;
  private final Remembered digests;
  private final AtomicBoolean look = new AtomicBoolean(true);

  ConfigurationWatch(AuditLog log, ConfigurationAdmin admin, String directory) throws IOException {
    this.log = log;
    this.admin = admin;
    digests = Remembered.open(Path.of(directory).resolve("configuration"));
  }

  /** Something may have changed. */
  void changed() {
    look.set(true);
  }

  /** Looks, when something may have changed. */
  void beat() {
    if (!look.getAndSet(false)) {
      return;
    }
    Map<String, String> now = new TreeMap<>();
    try {
      Configuration[] all = admin.listConfigurations(null);
      for (Configuration one : all == null ? new Configuration[0] : all) {
        now.put(AuditCode.orOther(one.getPid()).value(), digest(one));
      }
      Map<String, String> before = digests.all();
      if (now.equals(before)) {
        return;
      }
      digests.replace(now);
      boolean firstTime = before.isEmpty();
      for (String pid : all(before, now)) {
        if (!firstTime && !now.getOrDefault(pid, "").equals(before.getOrDefault(pid, ""))) {
          log.record(changed(pid));
        }
      }
    } catch (IOException | InvalidSyntaxException | IllegalStateException e) {
      look.set(true);
    }
  }

  private static AuditEvent changed(String pid) {
    return AuditEvent.of(AuditActor.SYSTEM, AuditAction.CONFIGURATION_CHANGED, AuditResult.DONE)
        .with(AuditAttribute.COMPONENT, AuditCode.orOther(pid));
  }

  private static Iterable<String> all(Map<String, String> before, Map<String, String> now) {
    Map<String, String> both = new TreeMap<>(before);
    both.putAll(now);
    return both.keySet();
  }

  private static String digest(Configuration one) {
    Map<String, String> values = new TreeMap<>();
    var properties = one.getProperties();
    if (properties != null) {
      for (String key : Collections.list(properties.keys())) {
        values.put(key, String.valueOf(properties.get(key)));
      }
    }
    return HexFormat.of().formatHex(Sm3.digest(values.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
