package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to connect.
 *
 * @param broker where
 * @param securing how the way to any other machine is secured; empty: only this one is reached
 * @param clientId our name at the broker; a second connection with it takes the session over
 * @param credentials login; asked for anew on every try, so that a changed password takes effect
 * @param subscriptions what to listen to, asked for on every connection
 * @param presence what is said about this connection
 * @param session what the connection is agreed to be
 * @param windows how much may be under way
 * @param backOff pause between tries
 */
public record LinkOptions(
    BrokerAddress broker,
    Optional<Securing> securing,
    String clientId,
    Optional<CredentialSource> credentials,
    List<Subscription> subscriptions,
    Presence presence,
    Session session,
    Windows windows,
    BackOff.Limits backOff) {

  /**
   * What is said about a connection.
   *
   * @param will what the broker says when we vanish, and we when we leave
   * @param birth what we say on every connection before anybody else may publish
   * @param probe how a connection that carries nothing is found; empty: by the keep-alive alone
   */
  public record Presence(Optional<Will> will, Optional<Publication> birth, Optional<Probe> probe) {
    /** Nothing. */
    public static final Presence SILENT =
        new Presence(Optional.empty(), Optional.empty(), Optional.empty());

    public Presence {
      Objects.requireNonNull(will, "will");
      Objects.requireNonNull(birth, "birth");
      Objects.requireNonNull(probe, "probe");
    }
  }

  /**
   * What a connection is agreed to be.
   *
   * @param protocol which MQTT
   * @param keepAlive longest silence before a ping, whole seconds
   * @param expiry how long the broker keeps our session without us, whole seconds; MQTT 3.1.1 knows
   *     no end
   * @param connectTimeout how long one try to connect may take
   * @param firstWithin the first try is made at a random moment within this
   */
  public record Session(
      Protocol protocol,
      Duration keepAlive,
      Duration expiry,
      Duration connectTimeout,
      Duration firstWithin) {
    /** MQTT 5, a ping a minute, a day, 20 s for a try, the first at once. */
    public static final Session FLEET =
        new Session(
            Protocol.V5,
            Duration.ofSeconds(60),
            Duration.ofDays(1),
            Duration.ofSeconds(20),
            Duration.ZERO);

    public Session {
      Objects.requireNonNull(protocol, "protocol");
      require(
          keepAlive.toSeconds() >= 1 && keepAlive.toSeconds() <= 65_535, "keepAlive 1..65535 s");
      require(expiry.toSeconds() <= 0xFFFF_FFFFL, "expiry fits 32 bits of seconds");
      require(connectTimeout.toSeconds() >= 1, "connectTimeout is at least 1 s");
      require(!firstWithin.isNegative(), "firstWithin is not negative");
    }

    /** The same with the first try made at once. */
    public Session atOnce() {
      return new Session(protocol, keepAlive, expiry, connectTimeout, Duration.ZERO);
    }
  }

  /**
   * How much may be under way.
   *
   * @param main most messages of {@link Share#MAIN} without an acknowledgement
   * @param side most messages of {@link Share#SIDE} without one, beside those
   * @param receiveMaximum most messages to us that may wait for our acknowledgement
   * @param maximumPacketSize bytes of the largest packet we take; a larger one ends the connection
   */
  public record Windows(int main, int side, int receiveMaximum, int maximumPacketSize) {
    /** 10 and 4 up, 10 down, packets that hold 256 KiB. */
    public static final Windows FLEET = new Windows(10, 4, 10, 260 * 1024);

    public Windows {
      require(main >= 1 && main <= 65_535, "window lies in 1..65535");
      require(side >= 1 && side <= 65_535, "side window lies in 1..65535");
      require(receiveMaximum >= 1 && receiveMaximum <= 65_535, "receiveMaximum lies in 1..65535");
      require(maximumPacketSize >= 1024, "maximumPacketSize is at least 1024");
    }
  }

  public LinkOptions {
    Objects.requireNonNull(broker, "broker");
    Objects.requireNonNull(securing, "securing");
    Objects.requireNonNull(credentials, "credentials");
    subscriptions = List.copyOf(subscriptions);
    Objects.requireNonNull(presence, "presence");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(windows, "windows");
    Objects.requireNonNull(backOff, "backOff");
    require(!clientId.isEmpty() && clientId.length() <= 64, "clientId has 1 to 64 characters");
  }

  /** The fleet's ordinary session: 60 s, a day, 10 both ways, 256 KiB, cap of two minutes. */
  public static LinkOptions of(BrokerAddress broker, String clientId) {
    return new LinkOptions(
        broker,
        Optional.empty(),
        clientId,
        Optional.empty(),
        List.of(),
        Presence.SILENT,
        Session.FLEET,
        Windows.FLEET,
        BackOff.Limits.FLEET);
  }

  /** The same with a login. */
  public LinkOptions with(CredentialSource login) {
    return copy(securing, Optional.of(login), subscriptions, presence, session, windows, backOff);
  }

  /** The same listening to what is sent on these topics from now on. */
  public LinkOptions subscribing(String... filters) {
    return subscribing(Stream.of(filters).map(Subscription::fresh).toList());
  }

  /** The same with these subscriptions. */
  public LinkOptions subscribing(List<Subscription> wanted) {
    return copy(securing, credentials, wanted, presence, session, windows, backOff);
  }

  /** The same with a record of presence: what is said on arrival, and by the broker on our loss. */
  public LinkOptions announcing(Publication arrival, Will loss) {
    return announcing(new Presence(Optional.of(loss), Optional.of(arrival), presence.probe()));
  }

  /** The same saying other things about the connection. */
  public LinkOptions announcing(Presence said) {
    return copy(securing, credentials, subscriptions, said, session, windows, backOff);
  }

  /** The same with another connection agreed. */
  public LinkOptions agreeing(Session agreed) {
    return copy(securing, credentials, subscriptions, presence, agreed, windows, backOff);
  }

  /** The same with another window of our own. */
  public LinkOptions withWindow(int messages) {
    return with(
        new Windows(
            messages, windows.side(), windows.receiveMaximum(), windows.maximumPacketSize()));
  }

  /** The same with other windows. */
  public LinkOptions with(Windows amounts) {
    return copy(securing, credentials, subscriptions, presence, session, amounts, backOff);
  }

  /** The same with other pauses between tries. */
  public LinkOptions pausing(BackOff.Limits pauses) {
    return copy(securing, credentials, subscriptions, presence, session, windows, pauses);
  }

  /** The same on lines secured so. */
  public LinkOptions securing(Securing lines) {
    return copy(
        Optional.of(lines), credentials, subscriptions, presence, session, windows, backOff);
  }

  private LinkOptions copy(
      Optional<Securing> lines,
      Optional<CredentialSource> login,
      List<Subscription> wanted,
      Presence said,
      Session agreed,
      Windows amounts,
      BackOff.Limits pauses) {
    return new LinkOptions(broker, lines, clientId, login, wanted, said, agreed, amounts, pauses);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
