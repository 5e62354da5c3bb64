package egov.kiosk.uplinkmqtt.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to connect.
 *
 * @param broker where
 * @param trustFile for TLS: PEM file with the only authorities believed; empty means the JDK's
 * @param clientId our name at the broker; a second connection with it takes the session over
 * @param credentials login; asked for anew on every try, so that a changed password takes effect
 * @param subscriptions topic filters, asked for on every connection
 * @param will what the broker says when we vanish
 * @param birth what we say on every connection, retained
 * @param keepAlive longest silence before a ping, whole seconds
 * @param sessionExpiry how long the broker keeps our session without us, whole seconds
 * @param window most messages of ours that may wait for an acknowledgement
 * @param receiveMaximum most messages to us that may wait for our acknowledgement
 * @param maximumPacketSize bytes of the largest packet we take; a larger one ends the connection
 * @param connectTimeout how long one try to connect may take
 * @param backOff pause between tries
 */
public record LinkOptions(
    BrokerAddress broker,
    Optional<Path> trustFile,
    String clientId,
    Optional<CredentialSource> credentials,
    List<String> subscriptions,
    Optional<Will> will,
    Optional<Publication> birth,
    Duration keepAlive,
    Duration sessionExpiry,
    int window,
    int receiveMaximum,
    int maximumPacketSize,
    Duration connectTimeout,
    BackOff.Limits backOff) {

  public LinkOptions {
    Objects.requireNonNull(broker, "broker");
    Objects.requireNonNull(trustFile, "trustFile");
    Objects.requireNonNull(credentials, "credentials");
    subscriptions = List.copyOf(subscriptions);
    Objects.requireNonNull(will, "will");
    Objects.requireNonNull(birth, "birth");
    Objects.requireNonNull(backOff, "backOff");
    require(!clientId.isEmpty() && clientId.length() <= 64, "clientId has 1 to 64 characters");
    require(keepAlive.toSeconds() >= 1 && keepAlive.toSeconds() <= 65_535, "keepAlive 1..65535 s");
    require(sessionExpiry.toSeconds() <= 0xFFFF_FFFFL, "sessionExpiry fits 32 bits of seconds");
    require(window >= 1 && window <= 65_535, "window lies in 1..65535");
    require(receiveMaximum >= 1 && receiveMaximum <= 65_535, "receiveMaximum lies in 1..65535");
    require(maximumPacketSize >= 1024, "maximumPacketSize is at least 1024");
    require(connectTimeout.toSeconds() >= 1, "connectTimeout is at least 1 s");
  }

  /** The fleet's ordinary session: 60 s, a day, 10 both ways, 256 KiB, cap of two minutes. */
  public static LinkOptions of(BrokerAddress broker, String clientId) {
    return new LinkOptions(
        broker,
        Optional.empty(),
        clientId,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(60),
        Duration.ofDays(1),
        10,
        10,
        256 * 1024,
        Duration.ofSeconds(20),
        BackOff.Limits.FLEET);
  }

  /** The same with a login. */
  public LinkOptions with(CredentialSource login) {
    return copy(trustFile, Optional.of(login), subscriptions, will, birth, window, backOff);
  }

  /** The same with these subscriptions. */
  public LinkOptions subscribing(String... filters) {
    return copy(trustFile, credentials, List.of(filters), will, birth, window, backOff);
  }

  /** The same with a record of presence: what is said on arrival, and by the broker on our loss. */
  public LinkOptions announcing(Publication arrival, Will loss) {
    return copy(
        trustFile,
        credentials,
        subscriptions,
        Optional.of(loss),
        Optional.of(arrival),
        window,
        backOff);
  }

  /** The same with another window of our own. */
  public LinkOptions withWindow(int messages) {
    return copy(trustFile, credentials, subscriptions, will, birth, messages, backOff);
  }

  /** The same with other pauses between tries. */
  public LinkOptions pausing(BackOff.Limits pauses) {
    return copy(trustFile, credentials, subscriptions, will, birth, window, pauses);
  }

  /** The same believing only the authorities in this PEM file. */
  public LinkOptions trusting(Path authorities) {
    return copy(Optional.of(authorities), credentials, subscriptions, will, birth, window, backOff);
  }

  /** The same with another keep-alive. */
  public LinkOptions withKeepAlive(Duration silence) {
    return new LinkOptions(
        broker,
        trustFile,
        clientId,
        credentials,
        subscriptions,
        will,
        birth,
        silence,
        sessionExpiry,
        window,
        receiveMaximum,
        maximumPacketSize,
        connectTimeout,
        backOff);
  }

  private LinkOptions copy(
      Optional<Path> trust,
      Optional<CredentialSource> login,
      List<String> filters,
      Optional<Will> loss,
      Optional<Publication> arrival,
      int messages,
      BackOff.Limits pauses) {
    return new LinkOptions(
        broker,
        trust,
        clientId,
        login,
        filters,
        loss,
        arrival,
        keepAlive,
        sessionExpiry,
        messages,
        receiveMaximum,
        maximumPacketSize,
        connectTimeout,
        pauses);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
