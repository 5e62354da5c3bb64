package egov.kiosk.uplinkmqtt;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.PasswordFile;
import egov.kiosk.uplinkmqtt.link.Probe;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.Securing;
import egov.kiosk.uplinkmqtt.link.Subscription;
import egov.kiosk.uplinkmqtt.link.Will;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connection of one kiosk: what it listens to and what is said about it (FLEET.md §3). */
final class KioskLink {
  /** Most messages under way that are not queued ones. */
  static final int SIDE_WINDOW = 4;

  private static final int RECEIVE_MAXIMUM = 10;
  private static final byte[] ON = ascii("{\"on\":true}");
  private static final byte[] OFF = ascii("{\"on\":false}");
  private static final byte[] REQUEST = ascii("{\"kind\":\"desired-request\"}");

  private KioskLink() {}

  static LinkOptions options(UplinkSettings settings, String kioskId, Securing securing) {
    Timing timing = settings.timing();
    LinkOptions options =
        LinkOptions.of(settings.broker(), kioskId)
            .subscribing(subscriptions(kioskId))
            .announcing(presence(settings, kioskId))
            .agreeing(
                new LinkOptions.Session(
                    settings.protocol(),
                    timing.keepAlive(),
                    timing.sessionExpiry(),
                    timing.connectTimeout(),
                    timing.firstWithin()))
            .with(
                new LinkOptions.Windows(
                    settings.window(), SIDE_WINDOW, RECEIVE_MAXIMUM, settings.maximumPacketBytes()))
            .pausing(settings.backOff())
            .securing(securing);
    return settings.passwordFile().isPresent()
        ? options.with(new PasswordFile(kioskId, settings.passwordFile().get()))
        : options;
  }

  private static List<Subscription> subscriptions(String kioskId) {
    return List.of(
        Subscription.fresh(Topics.receipts(kioskId)),
        Subscription.fresh(Topics.of(DownChannel.COMMAND, kioskId)),
        Subscription.fresh(Topics.of(DownChannel.ATTACHMENT, kioskId)),
        Subscription.fresh(Topics.of(DownChannel.ANSWER, kioskId)),
        Subscription.fresh(Topics.of(DownChannel.PROGRESS, kioskId)),
        Subscription.withKept(Topics.of(DownChannel.CONFIGURATION, kioskId)),
        Subscription.withKept(Topics.of(DownChannel.CATALOGUE, kioskId)));
  }

  private static LinkOptions.Presence presence(UplinkSettings settings, String kioskId) {
    Timing timing = settings.timing();
    Optional<Probe> probe =
        timing.probeIdle().equals(Duration.ZERO)
            ? Optional.empty()
            : Optional.of(
                new Probe(
                    Publication.of(Topics.of(Topics.PROBE, kioskId), new byte[0]),
                    timing.probeIdle(),
                    timing.probeAnswer()));
    if (settings.profile() == Profile.B) {
      Publication request = Publication.of(Topics.of(UpChannel.EVENT, kioskId), REQUEST);
      return new LinkOptions.Presence(Optional.empty(), Optional.of(request), probe);
    }
    String link = Topics.of(Topics.LINK, kioskId);
    return new LinkOptions.Presence(
        Optional.of(new Will(Publication.retained(link, OFF), timing.willDelay())),
        Optional.of(Publication.retained(link, ON)),
        probe);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
