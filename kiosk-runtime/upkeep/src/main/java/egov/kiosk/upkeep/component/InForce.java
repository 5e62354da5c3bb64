package egov.kiosk.upkeep.component;

import java.io.IOException;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The settings of every component as they are in force. */
final class InForce {
  private final ConfigurationAdmin admin;
  private final UpkeepConfiguration own;

  InForce(ConfigurationAdmin admin, UpkeepConfiguration own) {
    this.admin = admin;
    this.own = own;
  }

  /** Text by {@code component.attribute}; never kept, because secrets may be among it. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    try {
      Configuration[] all = admin.listConfigurations(null);
      for (Configuration one : all == null ? new Configuration[0] : all) {
        var properties = one.getProperties();
        if (properties != null) {
          for (String key : Collections.list(properties.keys())) {
            settings.put(one.getPid() + "." + key, text(properties.get(key)));
          }
        }
      }
    } catch (IOException | InvalidSyntaxException | IllegalStateException e) {
      // A configuration that cannot be read or is just gone: what is left says enough.
      settings.putIfAbsent("upkeep.unread", "true");
    }
    settings.put("upkeep.profile", own.profile());
    settings.put("upkeep.networks", own.networks());
    settings.put("upkeep.openPorts", own.openPorts());
    settings.put("upkeep.browsers", own.browsers());
    settings.put("upkeep.fonts", own.fonts());
    return settings;
  }

  /** Puts one in force; all others of the component stay as they are. */
  void put(String pid, String attribute, String text) throws IOException {
    Configuration configuration = admin.getConfiguration(pid, "?");
    var before = configuration.getProperties();
    Hashtable<String, Object> after = new Hashtable<>();
    if (before != null) {
      for (String key : Collections.list(before.keys())) {
        after.put(key, before.get(key));
      }
    }
    after.put(attribute, text);
    configuration.update(after);
  }

  private static String text(Object value) {
    return value instanceof String[] several ? String.join(",", several) : String.valueOf(value);
  }
}
