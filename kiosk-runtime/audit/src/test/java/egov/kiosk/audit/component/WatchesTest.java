package egov.kiosk.audit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.audit.Lab;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the log hears of settings and keys. */
class WatchesTest {
  @TempDir Path temp;
  private final List<String> heard = new ArrayList<>();
  private final Map<String, Dictionary<String, Object>> settings = new TreeMap<>();

  private final AuditLog log =
      new AuditLog() {
        @Override
        public void record(AuditEvent event) {
          heard.add(event + " " + event.attributes().values());
        }

        @Override
        public void require(AuditEvent event) {
          record(event);
        }
      };

  private final ConfigurationAdmin admin =
      (ConfigurationAdmin)
          Proxy.newProxyInstance(
              WatchesTest.class.getClassLoader(),
              new Class<?>[] {ConfigurationAdmin.class},
              (proxy, method, arguments) ->
                  settings.entrySet().stream()
                      .map(one -> configuration(one.getKey(), one.getValue()))
                      .toArray(Configuration[]::new));

  private static Configuration configuration(String pid, Dictionary<String, Object> values) {
    return (Configuration)
        Proxy.newProxyInstance(
            WatchesTest.class.getClassLoader(),
            new Class<?>[] {Configuration.class},
            (proxy, method, arguments) -> method.getName().equals("getPid") ? pid : values);
  }

  private ConfigurationWatch watch() throws Exception {
    return new ConfigurationWatch(log, admin, temp.toString());
  }

  @Test
  void settingsChanged_whileRunningOrStopped_componentNamedAndNoValue() throws Exception {
    settings.put("flow", new Hashtable<>(Map.of("site", "11010519491231002X")));
    ConfigurationWatch first = watch();
    first.beat();
    assertEquals(List.of(), heard, "the first start knows nothing to compare with");
    settings.get("flow").put("site", "elsewhere");
    first.beat();
    assertEquals(List.of(), heard, "nobody said that anything changed");
    first.changed();
    first.beat();
    assertEquals(List.of("configuration.changed done by system [flow]"), heard);
    settings.put("printer", new Hashtable<>(Map.of("address", "tcp://127.0.0.1:9100")));
    watch().beat();
    assertEquals(2, heard.size());
    assertEquals("configuration.changed done by system [printer]", heard.get(1));
  }

  @Test
  void keysOutOfOrderAndBack_oneRecordEach() throws Exception {
    Level[] level = {Level.OK};
    KeyWatch watch = new KeyWatch(log, new TrustWatch(log, admin, temp));
    watch.bindCheck(
        new HealthCheck() {
          @Override
          public String name() {
            return "certificate";
          }

          @Override
          public Finding check(Duration timeout) {
            return new Finding(name(), level[0], "what", Actor.TECHNICIAN, "advice");
          }
        });
    watch.look();
    level[0] = Level.FAIL;
    watch.look();
    watch.look();
    level[0] = Level.OK;
    watch.look();
    watch.deactivate();
    assertEquals(2, heard.size(), heard::toString);
    assertEquals("keys failed by system [FAIL, certificate]", heard.get(0));
    assertEquals("keys done by system [OK, certificate]", heard.get(1));
  }

  @Test
  void certificateOrTrustFileChanged_whileRunningOrStopped_oneRecordEach() throws Exception {
    Lab lab = new Lab(temp.resolve("lab"));
    Lab renewed = new Lab(temp.resolve("renewed"));
    Path trust = temp.resolve("ca.pem");
    Files.writeString(trust, "first");
    Files.writeString(temp.resolve("kiosk.key"), "secret");
    settings.put(
        "crypto",
        new Hashtable<>(
            Map.of(
                "trustFile", trust.toString(), "keyFile", temp.resolve("kiosk.key").toString())));
    TrustWatch watch = new TrustWatch(log, admin, temp);
    watch.look(Optional.of(lab));
    watch.look(Optional.of(lab));
    watch.look(Optional.empty());
    assertEquals(List.of(), heard);
    watch.look(Optional.of(renewed));
    assertEquals(List.of("key.changed done by system [own, own]"), heard);
    Files.writeString(trust, "second");
    Files.writeString(temp.resolve("kiosk.key"), "another");
    new TrustWatch(log, admin, temp).look(Optional.of(renewed));
    assertEquals(2, heard.size(), heard::toString);
    assertEquals("key.changed done by system [trustFile, crypto]", heard.get(1));
  }
}
