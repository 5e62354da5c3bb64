package egov.kiosk.uplinkmqtt;

import egov.kiosk.tls.LineSettings;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How this kiosk reaches the platform's broker. Equal settings need no new connection.
 *
 * @param broker where
 * @param passwordFile the login's password, the user name being the kiosk's id; empty for a broker
 *     without logins
 * @param line how the way to any other machine is secured
 * @param protocol which MQTT
 * @param profile what the broker can do
 * @param timing how long things take
 * @param window most queued messages of ours without an acknowledgement
 * @param maximumPacketBytes the largest packet we take
 * @param largestMessageBytes the largest message we send, at most the contract's 64 KiB; MQTT 5
 *     brokers say it themselves
 * @param backOff pauses between tries
 * @param metered whether what is sent costs money
 */
public record UplinkSettings(
    BrokerAddress broker,
    Optional<Path> passwordFile,
    LineSettings line,
    Protocol protocol,
    Profile profile,
    Timing timing,
    int window,
    int maximumPacketBytes,
    int largestMessageBytes,
    BackOff.Limits backOff,
    boolean metered) {
  /** The contract's own limit for one message. */
  public static final int LARGEST_MESSAGE = 64 * 1024;

  private static final int LARGEST_PACKET = 260 * 1024;
  private static final int WINDOW = 10;
  private static final Duration PROFILE_B_KEEP_ALIVE = Duration.ofMinutes(8);

  public UplinkSettings {
    Objects.requireNonNull(broker, "broker");
    Objects.requireNonNull(passwordFile, "passwordFile");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(backOff, "backOff");
    if (largestMessageBytes < 1024 || largestMessageBytes > LARGEST_MESSAGE) {
      throw new IllegalArgumentException("the largest message has 1 to 64 KiB");
    }
    if (profile == Profile.B && timing.keepAlive().compareTo(PROFILE_B_KEEP_ALIVE) > 0) {
      throw new IllegalArgumentException("in profile B the keep alive is at most 480 s");
    }
  }

  /** The fleet's ordinary settings for a broker. */
  public static UplinkSettings of(BrokerAddress broker) {
    return new UplinkSettings(
        broker,
        Optional.empty(),
        LineSettings.of(LineSettings.NATIONAL),
        Protocol.V5,
        Profile.A,
        Timing.FLEET,
        WINDOW,
        LARGEST_PACKET,
        LARGEST_MESSAGE,
        BackOff.Limits.FLEET,
        false);
  }

  /** The same at another broker. */
  public UplinkSettings at(BrokerAddress address) {
    return new UplinkSettings(
        address,
        passwordFile,
        line,
        protocol,
        profile,
        timing,
        window,
        maximumPacketBytes,
        largestMessageBytes,
        backOff,
        metered);
  }

  /** The same with a login. */
  public UplinkSettings withPasswordFile(Path file) {
    return copy(Optional.of(file), line, protocol, profile, timing, backOff);
  }

  /** The same on lines secured otherwise. */
  public UplinkSettings withLine(LineSettings settings) {
    return copy(passwordFile, settings, protocol, profile, timing, backOff);
  }

  /** The same with other pauses between tries. */
  public UplinkSettings withBackOff(BackOff.Limits pauses) {
    return copy(passwordFile, line, protocol, profile, timing, pauses);
  }

  /** The same with other times. */
  public UplinkSettings withTiming(Timing times) {
    return copy(passwordFile, line, protocol, profile, times, backOff);
  }

  /** The same with another window for queued messages. */
  public UplinkSettings withWindow(int messages) {
    return new UplinkSettings(
        broker,
        passwordFile,
        line,
        protocol,
        profile,
        timing,
        messages,
        maximumPacketBytes,
        largestMessageBytes,
        backOff,
        metered);
  }

  /** The same to another kind of broker. */
  public UplinkSettings speaking(Protocol spoken, Profile kind) {
    return copy(passwordFile, line, spoken, kind, timing, backOff);
  }

  private UplinkSettings copy(
      Optional<Path> password,
      LineSettings secured,
      Protocol spoken,
      Profile kind,
      Timing times,
      BackOff.Limits pauses) {
    return new UplinkSettings(
        broker,
        password,
        secured,
        spoken,
        kind,
        times,
        window,
        maximumPacketBytes,
        largestMessageBytes,
        pauses,
        metered);
  }
}
