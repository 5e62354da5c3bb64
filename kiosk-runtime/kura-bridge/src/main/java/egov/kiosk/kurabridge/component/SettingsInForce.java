package egov.kiosk.kurabridge.component;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Everything that Configuration Admin has, as texts by {@code component.attribute}. */
final class SettingsInForce {
  private final ConfigurationAdmin admin;

  SettingsInForce(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  /** One that somebody made of a kind counts under the kind's name. */
  Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Configuration one : all()) {
      Dictionary<String, Object> values = one.getProperties();
      if (values != null) {
        String component = Optional.ofNullable(one.getFactoryPid()).orElse(one.getPid());
        for (String key : Collections.list(values.keys())) {
          texts.put(component + "." + key, text(values.get(key)));
        }
      }
    }
    return texts;
  }

  private Configuration[] all() throws IOException {
    try {
      return Optional.ofNullable(admin.listConfigurations(null)).orElse(new Configuration[0]);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("there is no filter to be wrong", e);
    }
  }

  private static String text(Object value) {
    return value instanceof Object[] several
        ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }
}
