package egov.kiosk.uplinkmqtt.conformance;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.emulator.network.FaultProxy;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.PasswordFile;
import egov.kiosk.uplinkmqtt.link.Protocol;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker, the platform's ear at it, a bad line to it, and a fresh kiosk for each test. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConformanceBench {
  protected static final String PLATFORM = "platform";
  private static final int KIOSKS = 60;

  /** All but probes, which are for nobody. */
  private static final String[] HEARD = {
    "egov/1/+/up/tx/#",
    "egov/1/+/up/evt",
    "egov/1/+/up/alm",
    "egov/1/+/up/aud",
    "egov/1/+/up/met",
    "egov/1/+/up/cmdr",
    "egov/1/+/up/att",
    "egov/1/+/state/#"
  };

  private final List<AutoCloseable> opened = new ArrayList<>();
  private BrokerUnderTest broker;
  private final Ear platform = new Ear(true);
  private MqttLink desk;
  private FaultProxy line;
  private int number;

  /** Starts the broker with logins for these users. */
  protected abstract BrokerUnderTest broker(Path directory, List<String> users) throws Exception;

  /** Which MQTT is spoken to it. */
  protected abstract Protocol protocol();

  /** What it can do. */
  protected abstract Profile profile();

  /** The platform and enough kiosks. */
  public static List<String> users() {
    return Stream.concat(
            Stream.of(PLATFORM), IntStream.rangeClosed(1, KIOSKS).mapToObj(ConformanceBench::kiosk))
        .toList();
  }

  @BeforeAll
  void startBroker(@TempDir Path directory) throws Exception {
    broker = broker(directory, users());
    desk = MqttLink.open(options(PLATFORM, broker.port()).subscribing(HEARD), platform);
    patiently().until(desk::connected);
  }

  @AfterAll
  void stopBroker() throws Exception {
    desk.close();
    broker.close();
  }

  @BeforeEach
  void openLine() throws IOException {
    number += 2;
    line = FaultProxy.before(broker.port());
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
    opened.clear();
    line.close();
  }

  /** This test's kiosk. */
  protected String kiosk() {
    return kiosk(number - 1);
  }

  /** Another one. */
  protected String other() {
    return kiosk(number);
  }

  protected BrokerUnderTest broker() {
    return broker;
  }

  /** What the platform hears. */
  protected Ear platform() {
    return platform;
  }

  /** The line between kiosks and broker. */
  protected FaultProxy line() {
    return line;
  }

  protected UplinkSettings settings(String kioskId) {
    return UplinkSettings.of(BrokerAddress.parse("tcp://127.0.0.1:" + line.port()))
        .withPasswordFile(broker.passwordFile(kioskId))
        // Not zero: Artemis never sends a will without a delay while the session lasts.
        .withTiming(Timing.FLEET.withWillDelay(Duration.ofSeconds(1)))
        .withBackOff(Uplinks.QUICK)
        .speaking(protocol(), profile());
  }

  protected MqttUplink uplink(UplinkSettings settings, String kioskId, Told told) {
    MqttUplink uplink = new MqttUplink(kioskId, settings);
    opened.add(() -> uplink.stop(Duration.ofSeconds(4)));
    uplink.start(told);
    patiently().until(() -> told.connections() == 1);
    return uplink;
  }

  /** A connected kiosk through the line. */
  protected MqttUplink uplink(Told told) {
    return uplink(settings(kiosk()), kiosk(), told);
  }

  protected LinkOptions options(String user, int port) {
    LinkOptions.Session fleet = LinkOptions.Session.FLEET;
    return LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), user)
        .with(new PasswordFile(user, broker.passwordFile(user)))
        .agreeing(
            new LinkOptions.Session(
                protocol(),
                fleet.keepAlive(),
                fleet.expiry(),
                fleet.connectTimeout(),
                fleet.firstWithin()))
        .pausing(Uplinks.QUICK);
  }

  protected LinkOptions options(String kioskId) {
    return options(kioskId, line.port());
  }

  protected MqttLink open(LinkOptions options, Ear ear) {
    MqttLink link = MqttLink.open(options, ear);
    opened.add(link);
    return link;
  }

  /** As {@link #open}, waiting until it is connected. */
  protected MqttLink link(LinkOptions options, Ear ear) {
    MqttLink link = open(options, ear);
    patiently().until(link::connected);
    return link;
  }

  /** The platform sends something down. */
  protected void tell(Publication word) throws Exception {
    ReasonCode code = desk.publish(word).toCompletableFuture().get(10, TimeUnit.SECONDS);
    if (code.refused()) {
      throw new AssertionError("the platform is refused with " + code);
    }
  }

  protected static SendOutcome send(MqttUplink uplink, String text) throws Exception {
    return Uplinks.send(uplink, envelope(text.getBytes(StandardCharsets.UTF_8)))
        .get(10, TimeUnit.SECONDS);
  }

  protected static SignedEnvelope envelope(byte[] bytes) {
    return new SignedEnvelope(
        TransactionId.create(Instant.now()), MessageKind.ITEM, "QUERY-1", bytes, new byte[32]);
  }

  protected static Publication word(String topic, String text) {
    return Publication.of(topic, text.getBytes(StandardCharsets.UTF_8));
  }

  protected static String topic(String kioskId, String end) {
    return "egov/1/" + kioskId + "/" + end;
  }

  protected static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }

  private static String kiosk(int number) {
    return String.format("zj-hz-%06d", number);
  }
}
