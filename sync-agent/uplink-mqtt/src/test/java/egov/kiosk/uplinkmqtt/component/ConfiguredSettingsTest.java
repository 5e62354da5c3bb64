package egov.kiosk.uplinkmqtt.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.tls.LineSettings;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSettingsTest {
  @Test
  void defaults_areTheFleets() {
    assertEquals(
        UplinkSettings.of(BrokerAddress.parse("tcp://127.0.0.1:1883")),
        ConfiguredSettings.of(configuration(Map.of())));
  }

  @Test
  void sameConfiguration_givesEqualSettings() {
    Map<String, Object> values = Map.of("passwordFile", "/x/y", "window", 3);
    assertEquals(
        ConfiguredSettings.of(configuration(values)), ConfiguredSettings.of(configuration(values)));
  }

  @ParameterizedTest
  @CsvSource({
    "keepAliveSeconds,4",
    "keepAliveSeconds,1801",
    "sessionExpirySeconds,59",
    "willDelaySeconds,-1",
    "window,0",
    "window,101",
    "maximumPacketBytes,1000",
    "connectTimeoutSeconds,0",
    "reconnectBaseMillis,99",
    "reconnectCapSeconds,601",
    "largestMessageBytes,65537",
    "firstConnectWithinSeconds,601",
    "probeIdleSeconds,-1",
    "probeAnswerSeconds,0"
  })
  void outOfRange_isRefusedByKeyAndValue(String key, int value) {
    String message = refusal(Map.of(key, value));
    assertTrue(message.contains("uplink: " + key) && message.contains("" + value), message);
  }

  @Test
  void plainBrokerElsewhere_isRefusedByKey() {
    String message = refusal(Map.of("brokerUri", "tcp://10.0.0.1:1883"));
    assertTrue(message.contains("uplink: brokerUri") && message.contains("ssl://"), message);
  }

  @Test
  void unknownProtocolOrProfile_isRefusedByKey() {
    assertTrue(refusal(Map.of("protocol", "3.1")).contains("uplink: protocol: MQTT is spoken as"));
    assertTrue(refusal(Map.of("profile", "b")).contains("uplink: profile: a profile is A or B"));
  }

  @Test
  void metered_isHandedOn() {
    assertTrue(ConfiguredSettings.of(configuration(Map.of("metered", true))).metered());
  }

  @Test
  void profileB_allowsNoKeepAliveBeyondEightMinutes() {
    String message = refusal(Map.of("profile", "B", "keepAliveSeconds", 481));
    assertTrue(message.contains("keepAliveSeconds is 481, allowed is 5 to 480"), message);
    assertEquals(
        Profile.B,
        ConfiguredSettings.of(configuration(Map.of("profile", "B", "protocol", "3.1.1")))
            .profile());
  }

  @Test
  void securedLines_needWhatTheyNeed() {
    Map<String, Object> far = Map.of("brokerUri", "ssl://broker.example:8883");
    assertTrue(refusal(far).contains("uplink: trustFile"));
    assertTrue(refusal(Map.of("certificateFile", "/x")).contains("certificateFile and keyFile"));
    assertTrue(refusal(Map.of("security", "TLS!")).contains("uplink: security"));
    assertTrue(
        refusal(Map.of("brokerUri", "ssl://broker.example.:8883")).contains("uplink: brokerUri"));
    assertEquals(
        LineSettings.of("tlcp"),
        ConfiguredSettings.of(
                configuration(Map.of("brokerUri", "ssl://broker.example:8883", "security", "tlcp")))
            .line());
  }

  private static String refusal(Map<String, Object> values) {
    return assertThrows(
            IllegalArgumentException.class, () -> ConfiguredSettings.of(configuration(values)))
        .getMessage();
  }

  private static UplinkConfiguration configuration(Map<String, Object> values) {
    return (UplinkConfiguration)
        Proxy.newProxyInstance(
            UplinkConfiguration.class.getClassLoader(),
            new Class<?>[] {UplinkConfiguration.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}
