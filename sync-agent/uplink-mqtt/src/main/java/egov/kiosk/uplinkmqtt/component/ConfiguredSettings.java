package egov.kiosk.uplinkmqtt.component;

import egov.kiosk.tls.LineSettings;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the configuration into settings, refusing what is out of range by key. */
final class ConfiguredSettings {
  private ConfiguredSettings() {}

  /**
   * @throws IllegalArgumentException naming the key and what is allowed
   */
  static UplinkSettings of(UplinkConfiguration configuration) {
    BackOff.Limits fleet = BackOff.Limits.FLEET;
    int base = within("reconnectBaseMillis", configuration.reconnectBaseMillis(), 100, 60_000);
    int cap = within("reconnectCapSeconds", configuration.reconnectCapSeconds(), 1, 600);
    if (base > cap * 1000L) {
      throw new IllegalArgumentException(
          "uplink: reconnectBaseMillis is at most reconnectCapSeconds");
    }
    return new UplinkSettings(
        checked("brokerUri", () -> BrokerAddress.parse(configuration.brokerUri())),
        file(configuration.passwordFile()),
        line(configuration),
        checked("protocol", () -> Protocol.of(configuration.protocol())),
        checked("profile", () -> Profile.of(configuration.profile())),
        timing(configuration),
        within("window", configuration.window(), 1, 100),
        within("maximumPacketBytes", configuration.maximumPacketBytes(), 16_384, 1_048_576),
        within("largestMessageBytes", configuration.largestMessageBytes(), 1024, 65_536),
        new BackOff.Limits(
            Duration.ofMillis(base), Duration.ofSeconds(cap), fleet.quickTries(), fleet.stable()),
        configuration.metered());
  }

  private static LineSettings line(UplinkConfiguration configuration) {
    LineSettings line =
        checked(
            "security",
            () ->
                new LineSettings(
                    configuration.security(),
                    file(configuration.trustFile()),
                    file(configuration.certificateFile()),
                    file(configuration.keyFile()),
                    file(configuration.revocationFile())));
    if (line.certificateFile().isPresent() != line.keyFile().isPresent()) {
      throw new IllegalArgumentException(
          "uplink: certificateFile and keyFile are set together, or neither");
    }
    if (configuration.brokerUri().startsWith("ssl:")
        && line.security().equals(LineSettings.NATIONAL)
        && line.trustFile().isEmpty()) {
      throw new IllegalArgumentException(
          "uplink: trustFile names the authorities to believe; national lines need it");
    }
    return line;
  }

  private static Timing timing(UplinkConfiguration configuration) {
    int longest = "B".equals(configuration.profile()) ? 480 : 1800;
    return new Timing(
        seconds("keepAliveSeconds", configuration.keepAliveSeconds(), 5, longest),
        seconds("sessionExpirySeconds", configuration.sessionExpirySeconds(), 60, 604_800),
        seconds("willDelaySeconds", configuration.willDelaySeconds(), 0, 3600),
        seconds("connectTimeoutSeconds", configuration.connectTimeoutSeconds(), 1, 120),
        seconds("firstConnectWithinSeconds", configuration.firstConnectWithinSeconds(), 0, 600),
        seconds("probeIdleSeconds", configuration.probeIdleSeconds(), 0, 600),
        seconds("probeAnswerSeconds", configuration.probeAnswerSeconds(), 1, 600));
  }

  private static <T> T checked(String key, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("uplink: " + key + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Path> file(String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }

  private static Duration seconds(String key, int value, int least, int most) {
    return Duration.ofSeconds(within(key, value, least, most));
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "uplink: " + key + " is " + value + ", allowed is " + least + " to " + most);
    }
    return value;
  }
}
