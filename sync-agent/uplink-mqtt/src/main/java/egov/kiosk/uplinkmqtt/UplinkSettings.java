package egov.kiosk.uplinkmqtt;

import egov.kiosk.contract.Topics;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.PasswordFile;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.Will;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How this kiosk reaches the platform's broker. Equal settings need no new connection.
 *
 * @param broker where
 * @param passwordFile the login's password, the user name being the kiosk's id; empty for a broker
 *     without logins
 * @param trustFile for TLS: the only authorities believed; empty means the JDK's
 * @param keepAlive longest silence before a ping
 * @param sessionExpiry how long the broker keeps what comes down while we are away
 * @param willDelay how long the broker waits before it tells others that we are gone
 * @param window most messages of ours without an acknowledgement
 * @param maximumPacketBytes the largest packet we take
 * @param connectTimeout how long one try may take
 * @param backOff pauses between tries
 */
public record UplinkSettings(
    BrokerAddress broker,
    Optional<Path> passwordFile,
    Optional<Path> trustFile,
    Duration keepAlive,
    Duration sessionExpiry,
    Duration willDelay,
    int window,
    int maximumPacketBytes,
    Duration connectTimeout,
    BackOff.Limits backOff) {
  private static final int RECEIVE_MAXIMUM = 10;
  private static final byte[] ON = "{\"on\":true}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OFF = "{\"on\":false}".getBytes(StandardCharsets.US_ASCII);

  public UplinkSettings {
    Objects.requireNonNull(broker, "broker");
    Objects.requireNonNull(passwordFile, "passwordFile");
    Objects.requireNonNull(trustFile, "trustFile");
    Objects.requireNonNull(keepAlive, "keepAlive");
    Objects.requireNonNull(sessionExpiry, "sessionExpiry");
    Objects.requireNonNull(willDelay, "willDelay");
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    Objects.requireNonNull(backOff, "backOff");
  }

  /** The fleet's ordinary settings for a broker. */
  public static UplinkSettings of(BrokerAddress broker) {
    return new UplinkSettings(
        broker,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(60),
        Duration.ofSeconds(86_400),
        Duration.ofSeconds(30),
        10,
        256 * 1024,
        Duration.ofSeconds(20),
        BackOff.Limits.FLEET);
  }

  /** The same with a login. */
  public UplinkSettings withPasswordFile(Path file) {
    return new UplinkSettings(
        broker,
        Optional.of(file),
        trustFile,
        keepAlive,
        sessionExpiry,
        willDelay,
        window,
        maximumPacketBytes,
        connectTimeout,
        backOff);
  }

  /** The same with other pauses between tries. */
  public UplinkSettings withBackOff(BackOff.Limits pauses) {
    return new UplinkSettings(
        broker,
        passwordFile,
        trustFile,
        keepAlive,
        sessionExpiry,
        willDelay,
        window,
        maximumPacketBytes,
        connectTimeout,
        pauses);
  }

  /** The connection of one kiosk; its record of presence goes with it (FLEET: state/link). */
  LinkOptions link(String kioskId) {
    String presence = Topics.of(Topics.LINK, kioskId);
    return new LinkOptions(
        broker,
        trustFile,
        kioskId,
        passwordFile.map(file -> new PasswordFile(kioskId, file)),
        List.of(Topics.receipts(kioskId)),
        Optional.of(new Will(Publication.retained(presence, OFF), willDelay)),
        Optional.of(Publication.retained(presence, ON)),
        keepAlive,
        sessionExpiry,
        window,
        RECEIVE_MAXIMUM,
        maximumPacketBytes,
        connectTimeout,
        backOff);
  }
}
